// Copies the one-time link.
const copy = document.getElementById('copy');
copy?.addEventListener('click', async () => {
  const link = document.getElementById('link');
  link.select();
  try {
    await navigator.clipboard.writeText(link.value);
    copy.textContent = copy.dataset.done;
  } catch {
    // not allowed here: the link stands selected, ready for Ctrl+C
  }
});
