// Times of day, in the class zone and in the reader's own.

const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
const formats = new Map();
let skew = 0;

function format(zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) {
    let made;
    try {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: zone });
    } catch {
      made = new Intl.DateTimeFormat("en-GB", { ...options, timeZone: "UTC" });
    }
    formats.set(key, made);
  }
  return formats.get(key);
}

// The server's clock counts; a computer's own may be minutes off.
export function setServerClock(instant) {
  const server = Date.parse(instant);
  skew = Number.isNaN(server) ? 0 : server - Date.now();
}

export const now = () => Date.now() + skew;

export const clock = (at, zone) =>
  format(zone, { hour: "2-digit", minute: "2-digit" }).format(new Date(at));

export const seconds = (at, zone) => format(zone, { timeStyle: "medium" }).format(new Date(at));

// The same moment where the reader sits; null when the clocks agree.
export function ownClock(at, zone) {
  const theirs = clock(at, zone);
  const ours = clock(at, own);
  return theirs === ours ? null : ours;
}

export const ownZone = () => own;

// A zone as people say it: the city.
export const city = (zone) => zone.split("/").pop().replaceAll("_", " ");

export const day = (at, zone) =>
  format(zone, { weekday: "long", day: "numeric", month: "long" }).format(new Date(at));

// 130000 ms is 2:10.
export function countdown(milliseconds) {
  const seconds = Math.floor(Math.abs(milliseconds) / 1000);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = String(seconds % 60).padStart(2, "0");
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${rest}` : `${minutes}:${rest}`;
}
