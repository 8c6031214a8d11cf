// Talks to the server: who am I and what was said, what is new, and what I do.

const POLL = 5000;
const PAUSES = [0, 1000, 2000, 4000];

// To these there is no answer that could be lost.
const UNANSWERED = new Set(["say", "join", "leave"]);

export class Wire {
  #hear;
  #token = "";
  #newest = 0;
  #stream = null;
  #poll = null;
  #seat = null;

  // hear: {entry(entry), now(panel), lost(isLost), gone()}
  constructor(hear) {
    this.#hear = hear;
    document.addEventListener("visibilitychange", () => this.#follow());
  }

  // A person's whole view.
  async session(plan, person) {
    const query = new URLSearchParams({ plan: plan ?? "", person: person ?? "" });
    const answer = await fetch(`/lobby/session?${query}`, { cache: "no-store" });
    if (!answer.ok) {
      throw new Error(`session: ${answer.status}`);
    }
    const session = await answer.json();
    this.#seat = session.you ? { plan: session.plan, person: session.you.key } : null;
    this.#token = session.token ?? "";
    this.#newest = session.newest ?? 0;
    this.#follow();
    return session;
  }

  // A browser opens only six connections to one server, so pages out of sight ask now and then
  // instead of holding one open.
  #follow() {
    this.#stream?.close();
    clearTimeout(this.#poll);
    this.#stream = null;
    if (!this.#seat) {
      return;
    }
    if (document.hidden) {
      this.#poll = setTimeout(() => this.#ask(), POLL);
    } else {
      this.#listen();
    }
  }

  #query() {
    return new URLSearchParams({ token: this.#token, after: this.#newest });
  }

  #listen() {
    const stream = new EventSource(`/lobby/stream?${this.#query()}`);
    this.#stream = stream;
    stream.addEventListener("open", () => this.#hear.lost(false));
    stream.addEventListener("entry", (event) => this.#entry(JSON.parse(event.data)));
    stream.addEventListener("now", (event) => this.#hear.now(JSON.parse(event.data)));
    stream.addEventListener("gone", () => this.#hear.gone());
    stream.addEventListener("error", () => {
      if (stream !== this.#stream) {
        return;
      }
      this.#hear.lost(true);
      if (stream.readyState === EventSource.CLOSED) {
        this.#poll = setTimeout(() => this.#hear.gone(), 2000);
      }
    });
  }

  async #ask() {
    try {
      const answer = await fetch(`/lobby/news?${this.#query()}`, { cache: "no-store" });
      if (answer.ok) {
        (await answer.json()).forEach((entry) => this.#entry(entry));
      }
    } catch {
      // Asked again below, or when the page is seen again.
    }
    if (document.hidden) {
      this.#poll = setTimeout(() => this.#ask(), POLL);
    }
  }

  #entry(entry) {
    this.#newest = Math.max(this.#newest, entry.number);
    this.#hear.entry(entry);
  }

  // Sends one thing said, typed, pressed or filled in; tells the answer or a problem in words. What
  // the network lost is sent again under the same id, so it is done once.
  async send(what) {
    const sent = { id: crypto.randomUUID?.() ?? randomId(), ...this.#seat, ...what };
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        return await this.#sendOnce(sent, pause > 0);
      } catch {
        // Nothing came back; once more after the next pause.
      }
    }
    return { problem: "The server could not be reached. Try it once more." };
  }

  async #sendOnce(sent, again) {
    let answer = await this.#post(sent);
    if (answer.status === 401 && (await this.#renew())) {
      answer = await this.#post(sent);
    }
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) {
      return { problem: body.problem ?? "That did not go through. Try it once more." };
    }
    return again && body.reply === "quiet" && !UNANSWERED.has(sent.kind)
      ? { problem: "This was done, but the answer was lost on the way." }
      : body;
  }

  #post(sent) {
    return fetch("/lobby/events", {
      method: "POST",
      headers: { "content-type": "application/json", "x-callboard-token": this.#token },
      body: JSON.stringify(sent),
    });
  }

  // A new token for the same person, when the server was started anew or the old one is too old.
  async #renew() {
    const query = new URLSearchParams(this.#seat);
    const answer = await fetch(`/lobby/session?${query}`, { cache: "no-store" });
    const session = answer.ok ? await answer.json() : {};
    if (session.plan !== this.#seat.plan || session.you?.key !== this.#seat.person) {
      return false;
    }
    this.#token = session.token;
    return true;
  }
}

// Pages served without TLS to other machines have no randomUUID.
function randomId() {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}
