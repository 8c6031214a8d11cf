// Talks to the server for the desk of one class: what it is now, what is new, and what I do.

const POLL = 5000;
const PAUSES = [0, 1000, 2000, 4000];

// The server tells something at least every 15 seconds; a line that is silent for longer is dead,
// though neither side has noticed.
const SILENCE = 40_000;

const rootOf = (session) => `/desk/${encodeURIComponent(session)}/`;

const json = async (answer) => answer.json().catch(() => ({}));

export class DeskWire {
  #root;
  #hear;
  #stream = null;
  #poll = null;
  #over = false;
  #heard = 0;
  #crowded = false;

  // hear: {you(person), desk({view, made, clock}), lost(isLost), crowded(sentence),
  // shut(status, sentence)}
  constructor(session, hear) {
    this.#root = rootOf(session);
    this.#hear = hear;
    document.addEventListener("visibilitychange", () => this.#follow());
    window.addEventListener("online", () => this.#crowded || this.#follow());
    for (const sign of ["focus", "pointerdown", "keydown"]) {
      window.addEventListener(sign, () => this.goOn());
    }
    window.addEventListener("offline", () => this.#silent());
    setInterval(() => this.#watch(), 5000);
  }

  async begin() {
    this.#over = false;
    if (await this.#look()) {
      this.#follow();
    }
  }

  // Takes the place back that other pages took.
  goOn() {
    if (this.#crowded) {
      this.#follow();
    }
  }

  stop() {
    this.#over = true;
    this.#stream?.close();
    this.#stream = null;
    clearTimeout(this.#poll);
    this.#hear.lost(false);
  }

  #silent() {
    this.#stream?.close();
    this.#stream = null;
    this.#hear.lost(true);
  }

  #watch() {
    if (this.#stream && Date.now() - this.#heard > SILENCE) {
      this.#silent();
      this.#follow();
    }
  }

  // The whole of it once; false when we may not have it.
  async #look() {
    let answer;
    try {
      answer = await fetch(`${this.#root}view`, { cache: "no-store" });
    } catch {
      this.#hear.lost(true);
      return true;
    }
    const body = await json(answer);
    if (answer.status === 401 || answer.status === 403 || answer.status === 404) {
      this.stop();
      this.#hear.shut(answer.status, body.problem);
      return false;
    }
    if (answer.ok) {
      this.#hear.lost(false);
      this.#hear.you(body.you);
      this.#hear.desk(body.desk);
    } else {
      this.#hear.lost(true); // a server that is just starting, or a proxy without one
    }
    return true;
  }

  // A browser opens only six connections to one server, so pages out of sight ask now and then
  // instead of holding one open.
  #follow() {
    this.#stream?.close();
    clearTimeout(this.#poll);
    this.#stream = null;
    this.#crowded = false;
    if (this.#over) {
      return;
    }
    if (document.hidden) {
      this.#poll = setTimeout(async () => (await this.#look()) && this.#follow(), POLL);
    } else {
      this.#listen();
    }
  }

  #listen() {
    const stream = new EventSource(`${this.#root}stream`);
    this.#stream = stream;
    this.#heard = Date.now();
    const heard = () => {
      this.#heard = Date.now();
      this.#hear.lost(false);
    };
    stream.addEventListener("open", heard);
    stream.addEventListener("still", heard);
    stream.addEventListener("desk", (event) => {
      heard();
      this.#hear.desk(JSON.parse(event.data));
    });
    // Whoever has too many pages open goes on with this one by touching it, so that two pages do
    // not take each other's place in turn.
    stream.addEventListener("crowded", (event) => {
      stream.close();
      this.#stream = null;
      this.#crowded = true;
      this.#hear.crowded(JSON.parse(event.data).problem);
    });
    stream.addEventListener("out", () => this.#look());
    stream.addEventListener("error", () => {
      if (stream !== this.#stream) {
        return;
      }
      this.#hear.lost(true);
      if (stream.readyState === EventSource.CLOSED) {
        this.#poll = setTimeout(async () => (await this.#look()) && this.#follow(), 2000);
      }
    });
  }

  // Does one thing in this class, or in another that a button names; tells the answer or a problem
  // in words. What the network lost is sent again under the same id, so it is done once.
  async act(what, other) {
    const root = other ? rootOf(other) : this.#root;
    const sent = { id: newId(), ...what };
    for (const pause of PAUSES) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      try {
        const answer = await post(`${root}do`, sent);
        const body = await json(answer);
        if (answer.status === 401) {
          this.#look();
        }
        if (!answer.ok) {
          return { problem: body.problem ?? "That did not go through. Try it once more." };
        }
        return body;
      } catch {
        // Nothing came back; once more after the next pause.
      }
    }
    return { problem: "The server could not be reached. Nothing was done twice; try it again." };
  }
}

export function post(path, body, more = {}) {
  return fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json", ...more },
    body: JSON.stringify(body),
  });
}

// Pages served without TLS to other machines have no randomUUID.
function newId() {
  return (
    crypto.randomUUID?.() ??
    [...crypto.getRandomValues(new Uint8Array(16))]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("")
  );
}
