/* Loaded before libc (LD_PRELOAD): notes what one process writes to the files of H2, and when it forces them, in the order
   in which it happens, into the file named by BENCH_DISK. Each note is a kind (w, t or f), a place and a length in eight
   bytes each, and what was written. With BENCH_DISK_LIES set, nothing is noted as forced. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/uio.h>
#include <unistd.h>

static pthread_mutex_t one_at_a_time = PTHREAD_MUTEX_INITIALIZER;
static int notes = -1;
static int lies;

__attribute__((constructor)) static void open_notes(void) {
  const char *name = getenv("BENCH_DISK");
  notes = name ? open(name, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600) : -1;
  lies = getenv("BENCH_DISK_LIES") != 0;
}

static int is_ours(int file) {
  static const char end[] = ".mv.db";
  char link[64], name[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = notes < 0 ? -1 : readlink(link, name, sizeof name);
  return length > (ssize_t)strlen(end) && !memcmp(name + length - strlen(end), end, strlen(end));
}

static void note(char kind, long long place, long long length, const void *bytes) {
  long long head[3] = {kind, place, length};
  struct iovec parts[2] = {{head, sizeof head}, {(void *)bytes, bytes ? length : 0}};
  if (writev(notes, parts, 2) < 0) {
    abort(); /* a run without notes shows nothing */
  }
}

#define REAL(name, type) ((type)dlsym(RTLD_NEXT, name))

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t place) {
  static ssize_t (*real)(int, const void *, size_t, off64_t);
  real = real ? real : REAL("pwrite64", ssize_t(*)(int, const void *, size_t, off64_t));
  if (!is_ours(file)) {
    return real(file, bytes, length, place);
  }
  pthread_mutex_lock(&one_at_a_time);
  ssize_t written = real(file, bytes, length, place);
  if (written > 0) {
    note('w', place, written, bytes);
  }
  pthread_mutex_unlock(&one_at_a_time);
  return written;
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t place) { return pwrite64(file, bytes, length, place); }

int ftruncate64(int file, off64_t length) {
  static int (*real)(int, off64_t);
  real = real ? real : REAL("ftruncate64", int (*)(int, off64_t));
  if (!is_ours(file)) {
    return real(file, length);
  }
  pthread_mutex_lock(&one_at_a_time);
  int failed = real(file, length);
  if (!failed) {
    note('t', length, 0, 0);
  }
  pthread_mutex_unlock(&one_at_a_time);
  return failed;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int force(const char *how, int file) {
  int (*real)(int) = REAL(how, int (*)(int));
  if (!is_ours(file)) {
    return real(file);
  }
  pthread_mutex_lock(&one_at_a_time); /* or what is written meanwhile would be noted as forced */
  int failed = real(file);
  if (!failed && !lies) {
    note('f', 0, 0, 0);
  }
  pthread_mutex_unlock(&one_at_a_time);
  return failed;
}

int fsync(int file) { return force("fsync", file); }

int fdatasync(int file) { return force("fdatasync", file); }
