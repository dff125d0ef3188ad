// The persona's colour, taken from its face: the hue that most of the picture's strong colours share; pale ones are
// skin and background. The style sheet makes readable colours of it.

const SIZE = 32;
const PALE = 0.8;

/** Colours an element, the whole page by default, after a picture of our own. */
export function brand(picture, element = document.documentElement) {
  const key = `brand:${picture}`;
  const known = remembered(key);
  if (known) {
    apply(element, known);
  }
  const image = new Image();
  image.addEventListener("load", () => {
    const colour = colourOf(image);
    apply(element, colour);
    remember(key, colour);
  });
  image.src = picture;
}

function apply(element, { hue, chroma }) {
  element.style.setProperty("--hue", hue);
  element.style.setProperty("--chroma", chroma);
}

function colourOf(image) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = SIZE;
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(image, 0, 0, SIZE, SIZE);
  const { data } = pen.getImageData(0, 0, SIZE, SIZE);
  const bins = Array.from({ length: 24 }, () => ({ weight: 0, a: 0, b: 0 }));
  for (let i = 0; i < data.length; i += 4) {
    const { light, a, b } = oklab(data[i], data[i + 1], data[i + 2]);
    const chroma = Math.hypot(a, b);
    const weight = light > PALE ? 0 : chroma * chroma * (data[i + 3] / 255);
    const bin = bins[Math.floor(((Math.atan2(b, a) / Math.PI + 1) / 2) * 23.999)];
    bin.weight += weight;
    bin.a += a * weight;
    bin.b += b * weight;
  }
  const best = bins.reduce((one, other) => (other.weight > one.weight ? other : one));
  if (best.weight < 0.2) {
    return { hue: 250, chroma: 0.015 }; // a face without colour
  }
  const a = best.a / best.weight;
  const b = best.b / best.weight;
  const hue = Math.round((Math.atan2(b, a) * 180) / Math.PI + 360) % 360;
  return { hue, chroma: Math.min(0.11, Math.max(0.045, Math.hypot(a, b))).toFixed(3) };
}

/** https://bottosson.github.io/posts/oklab/ */
function oklab(red, green, blue) {
  const [r, g, b] = [red, green, blue].map((value) => {
    const part = value / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return {
    light: 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    a: 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    b: 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  };
}

function remembered(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null; // storage forbidden, or not ours: the picture tells again
  }
}

function remember(key, colour) {
  try {
    localStorage.setItem(key, JSON.stringify(colour));
  } catch {
    // a browser that keeps nothing; only the first moment has the default colour
  }
}
