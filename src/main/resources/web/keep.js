// What a reader chose, kept by the browser; where it keeps nothing, as in the frames of others,
// for as long as the page is open.

const own = new Map();

export function remembered(key) {
  try {
    return localStorage.getItem(key) ?? own.get(key) ?? null;
  } catch {
    return own.get(key) ?? null;
  }
}

export function remember(key, value) {
  own.set(key, value);
  try {
    localStorage.setItem(key, value);
  } catch {
    // Kept for this page alone.
  }
}
