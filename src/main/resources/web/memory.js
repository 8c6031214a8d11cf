// What this browser remembers: what was read, what was typed, and the private answers to it.
// Private answers last as long as the tab; everything works without storage, only forgetfully.

const MOST = 60;

function read(store, key, otherwise) {
  try {
    return JSON.parse(store().getItem(key)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function write(store, key, value) {
  try {
    store().setItem(key, JSON.stringify(value));
  } catch {
    // Full or off.
  }
}

const tab = () => sessionStorage;
const lasting = () => localStorage;

export const exchanges = {
  of: (seat, place) => read(tab, `callboard.exchanges.${seat}.${place}`, []),
  keep: (seat, place, list) => write(tab, `callboard.exchanges.${seat}.${place}`, list.slice(-MOST)),
};

export const lines = {
  of: (seat) => read(lasting, `callboard.lines.${seat}`, []),
  add(seat, line) {
    const others = lines.of(seat).filter((old) => old !== line);
    write(lasting, `callboard.lines.${seat}`, [...others, line].slice(-MOST));
  },
};

export const seen = {
  upTo: (seat, place) => read(lasting, `callboard.seen.${seat}.${place}`, 0),
  mark(seat, place, number) {
    if (number > seen.upTo(seat, place)) {
      write(lasting, `callboard.seen.${seat}.${place}`, number);
    }
  },
};

export const theme = {
  get: () => {
    try {
      return localStorage.getItem("callboard.theme") ?? "system";
    } catch {
      return "system";
    }
  },
  set(look) {
    try {
      localStorage.setItem("callboard.theme", look);
    } catch {
      // Chosen for this page only.
    }
  },
};
