// Before anything is painted, so that nothing flashes: the colour scheme that was chosen.
try {
  const chosen = localStorage.getItem("scheme");
  if (chosen) document.documentElement.dataset.scheme = chosen;
} catch {
  // A browser that may store nothing shows the system's scheme.
}
