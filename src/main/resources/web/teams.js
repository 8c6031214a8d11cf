// A tab of Teams: asks the client who is there, comes in by that, and goes on to the board or the
// class of the meeting.

import { post } from "./deskwire.js";

const PATIENCE = 15_000;
const INSTEAD = "Type `desk` in your chat with Callboard instead, and open its link.";

const title = document.getElementById("door-title");
const text = document.getElementById("door-text");
const again = document.getElementById("again");

// What goes wrong, in a sentence that is meant to be read.
class Trouble extends Error {}

function within(promise, sentence) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Trouble(sentence)), PATIENCE);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

// The desk has the look that Teams has; whoever chose one there keeps it.
function look(theme) {
  const name = theme === "dark" || theme === "contrast" ? "dark" : "light";
  document.documentElement.dataset.theme = name;
  return name;
}

async function token(teams) {
  try {
    return await within(teams.authentication.getAuthToken(), `Teams did not say who you are. ${INSTEAD}`);
  } catch (refused) {
    if (refused instanceof Trouble) {
      throw refused;
    }
    throw new Trouble(`Teams may not say who you are: its administrator has not allowed that yet. ${INSTEAD}`);
  }
}

async function send(body) {
  let answer;
  try {
    answer = await post("/desk/-/tab", body, { "x-callboard": "tab" });
  } catch {
    throw new Trouble("The server could not be reached. Try it once more.");
  }
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    throw new Trouble(told.problem ?? `That did not go through. ${INSTEAD}`);
  }
  return told;
}

async function enter() {
  again.hidden = true;
  title.textContent = "Callboard";
  text.textContent = "Asking Teams who you are …";
  const teams = window.microsoftTeams;
  try {
    if (!teams) {
      throw new Trouble(`Microsoft's script for tabs did not load. Try again, or: ${INSTEAD}`);
    }
    if (window.parent === window && !window.nativeInterface) {
      throw new Trouble(`This page is a tab of Microsoft Teams. ${INSTEAD}`); // opened by itself
    }
    await within(teams.app.initialize(), `This page is a tab of Microsoft Teams. ${INSTEAD}`);
    const context = await within(teams.app.getContext(), `Teams did not say where this tab is. ${INSTEAD}`);
    const name = look(context.app?.theme);
    const { go } = await send({ token: await token(teams), chat: context.chat?.id ?? "" });
    teams.app.notifySuccess();
    location.replace(`${go}?look=${name}`);
  } catch (trouble) {
    title.textContent = "Not signed in";
    text.textContent =
      trouble instanceof Trouble ? trouble.message : `This page is a tab of Microsoft Teams. ${INSTEAD}`;
    again.hidden = false;
    again.focus();
    if (teams?.app?.isInitialized()) {
      teams.app.notifySuccess(); // the sentence is to be read, not a picture of an error
    }
  }
}

again.addEventListener("click", enter);
enter();
