// Before anything is painted, so that nothing flashes: that scripts run, and the colour scheme that was chosen.
document.documentElement.classList.replace("no-js", "js");
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that may store nothing shows the system's scheme.
}
