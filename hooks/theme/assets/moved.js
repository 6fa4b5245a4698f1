// A page that has moved leads on with the clause and the query that its address names; without scripts the head leads on.
location.replace(document.getElementById("moved").href + location.search + location.hash);
