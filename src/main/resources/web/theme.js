// Sets the chosen look before anything is drawn. Not a module, so that it runs at once.
(() => {
  // A page inside another client has that client's look, for browsers keep nothing there.
  const asked = new URLSearchParams(location.search).get("look");
  if (asked === "light" || asked === "dark") {
    document.documentElement.dataset.theme = asked;
  }
  try {
    const chosen = localStorage.getItem("callboard.theme");
    if (chosen === "light" || chosen === "dark") {
      document.documentElement.dataset.theme = chosen;
    }
  } catch {
    // Storage is off: the system's look it is.
  }
})();
