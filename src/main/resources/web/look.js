// The switch between the light look and the dark one, on all pages that have it.

import { remember } from "./keep.js";

export function lookSwitch(button) {
  button.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    remember("callboard.theme", root.dataset.theme);
  });
}
