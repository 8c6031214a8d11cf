// Sets the chosen look before anything is drawn. Not a module, so that it runs at once.
(() => {
  try {
    const chosen = localStorage.getItem("callboard.theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Storage is off: the system's look it is.
  }
})();
