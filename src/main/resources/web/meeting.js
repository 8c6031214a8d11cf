// The meeting of the class: coming to it and leaving it, and for producers, learners who are played.

export class Meeting {
  #section = document.getElementById("meeting");
  #state = document.getElementById("meeting-state");
  #button = document.getElementById("meet");
  #plays = document.getElementById("simulate");
  #told = document.getElementById("simulated");
  #inside = false;
  #send;

  // send(kind, line) tells the answer.
  constructor(send) {
    this.#send = send;
    this.#button.addEventListener("click", (event) => this.#move(event));
    this.#plays.addEventListener("click", (event) => this.#play(event.target.closest("[data-play]")));
  }

  // What the server says of the meeting is what counts, so it is the same after loading again.
  show(current, you) {
    const meeting = current?.meeting;
    this.#section.hidden = !meeting;
    this.#plays.hidden = !meeting || you.role !== "producer";
    this.#inside = meeting?.in === true;
    this.#write(this.#state, this.#inside ? "You are in the meeting" : "You are not in the meeting");
    this.#write(this.#button, this.#inside ? "Leave the meeting" : "Join the meeting");
    this.#section.classList.toggle("inside", this.#inside);
  }

  // Somebody else sits here now.
  enter() {
    this.#told.textContent = "";
  }

  // Text that stays as it is is not read out again.
  #write(node, text) {
    if (node.textContent !== text) {
      node.textContent = text;
    }
  }

  // The second click of a double one would take the first back.
  async #move(event) {
    if (event.detail > 1) {
      return;
    }
    const answer = await this.#send(this.#inside ? "leave" : "join", "");
    if (answer.problem) {
      this.#state.textContent = answer.problem;
    }
  }

  async #play(button) {
    if (!button) {
      return;
    }
    this.#told.textContent = "…";
    const answer = await this.#send("simulate", button.dataset.play);
    this.#told.textContent = answer.problem ?? words(answer.blocks ?? []);
  }
}

const words = (blocks) =>
  blocks
    .flatMap((block) => block.spans ?? [])
    .map((span) => span.text)
    .join("");
