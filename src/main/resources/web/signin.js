// The door: lets in whoever comes by a link, and says to others how to come by one.

import { post } from "./deskwire.js";
import { el } from "./draw.js";
import { wasPressed } from "./ways.js";

const door = document.getElementById("door");
const title = document.getElementById("door-title");
const text = document.getElementById("door-text");
const enter = document.getElementById("door-enter");

// The token stands behind the #, which is sent to nobody, and is taken out of the address at once.
function takeLink() {
  const link = new URLSearchParams(location.hash.slice(1));
  if (location.hash) {
    history.replaceState(null, "", location.pathname + location.search);
  }
  return { token: link.get("in"), then: link.get("then") };
}

const { token, then } = takeLink();
const HOW = "Type `desk` in the chat of your class, and open its link.";
const framed = window.top !== window;

// Where the link leads once somebody is in: report and digest are pages of their own.
export const goesOn = () => {
  if (then !== "report" && then !== "digest") {
    return false;
  }
  location.replace(`${location.pathname}/${then}`);
  return true;
};
let used = false;
let opensNothing = false;

// So long the button waits for the words, in milliseconds.
const PATIENCE = 2_000;

// Shows the door; calls open() once somebody is in.
export function showDoor(status, sentence, open) {
  const asks = status === 401 && Boolean(token) && !used;
  door.hidden = asks && wasPressed(token);
  if (asks) {
    title.textContent = "Come in";
    text.textContent = "This link is for you alone and works once.";
    enter.hidden = true;
    enter.onclick = () => useLink(open);
    if (door.hidden) {
      useLink(open);
    } else {
      Promise.race([sayWhom(), new Promise((resolve) => setTimeout(resolve, PATIENCE))]).then(offer);
    }
    return;
  }
  // Inside a platform's own client nobody types; that client says who is there.
  enter.hidden = !framed || status !== 401;
  enter.textContent = "Sign in again";
  enter.onclick = () => location.assign("/desk/teams");
  title.textContent = status === 404 ? "Nothing here" : "Sign in from your chat";
  if (!enter.hidden) {
    text.textContent = "You are not signed in here any more.";
    title.textContent = "Callboard";
    return;
  }
  text.replaceChildren(...(sentence ? marked(sentence) : marked(HOW)));
}

// The button comes after the words, for they would move it from under a finger.
function offer() {
  if (!opensNothing) {
    enter.hidden = false;
    enter.focus();
  }
}

// Says as whom the link lets in, for whoever was sent another's would work in that name. To ask does
// not use the link up; without an answer the button is there all the same.
async function sayWhom() {
  const answer = await post(`${location.pathname.replace(/^\/desk\/?$/, "/desk/-")}/whom`, { token }).catch(() => null);
  const body = await answer?.json().catch(() => ({}));
  if (used || !answer) {
    return;
  }
  if (answer.ok) {
    title.replaceChildren("Come in as ", el("bdi", {}, body.name), "?");
    const where = body.class ? ["It leads to ", el("bdi", {}, body.class), body.role ? `, as ${body.role}. ` : ". "] : [];
    text.replaceChildren(...where, "This link is for you alone and works once. If you are somebody else, close this page.");
  } else if (answer.status === 401) {
    opensNothing = true;
    enter.hidden = true;
    title.textContent = "This link opens nothing";
    text.replaceChildren(...marked(body.problem ?? HOW));
  }
}

// A link wins over whoever is signed in here, for it is the newer wish: tells who is here then, and
// says so where it is somebody else. A link used up before lets everything be as it was. Null when
// nobody is signed in or there is no link; the door asks then.
export async function comesByLink() {
  if (!token || used) {
    return null;
  }
  const before = await whoIsIn();
  if (!before) {
    return null;
  }
  used = true;
  const answer = await post("/desk/-/in", { token }).catch(() => null);
  if (!answer?.ok) {
    return answer?.status === 401 ? `That link was used before or is too old. You are here as ${before.name}.` : null;
  }
  const after = await whoIsIn();
  return after && after.name !== before.name
    ? `You are here as ${after.name} now; before this it was ${before.name}.`
    : null;
}

async function whoIsIn() {
  const answer = await fetch("/desk/-/me", { cache: "no-store" }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}

// A sentence with what is to be typed between backticks.
const marked = (sentence) =>
  sentence.split("`").map((part, at) => (at % 2 ? el("code", {}, part) : document.createTextNode(part)));

export function hideDoor() {
  door.hidden = true;
}

async function useLink(open) {
  enter.disabled = true;
  used = true;
  try {
    const answer = await post("/desk/-/in", { token });
    const body = await answer.json().catch(() => ({}));
    if (answer.ok) {
      open();
      return;
    }
    used = answer.status !== 429;
    showDoor(answer.status, body.problem, open);
  } catch {
    used = false;
    door.hidden = false;
    enter.hidden = false;
    text.textContent = "The server could not be reached. Try it once more.";
  } finally {
    enter.disabled = false;
  }
}

export async function signOut() {
  await post("/desk/-/out", {}).catch(() => null);
  location.assign("/desk");
}
