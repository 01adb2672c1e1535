// The page inside the preview: puts the element with the chosen attributes where the tag would put it.
"use strict";
(() => {
	const query = new URLSearchParams(location.search);
	const help = document.createElement("caveat-help");
	for (const name of ["site", "title", "lang", "region", "emergency", "position", "theme"]) {
		if (query.get(name)) help.setAttribute(`data-${name}`, query.get(name));
	}
	if (query.has("inline")) help.setAttribute("inline", "");
	if (query.get("position") === "none") document.getElementById("own").hidden = false;
	const style = document.documentElement.style;
	for (const [name, property] of [["accent", "--caveat-accent"], ["ink", "--caveat-accent-text"]]) {
		const value = query.get(name) ?? "";
		if (/^#[0-9a-f]{6}$/i.test(value)) style.setProperty(property, value);
	}
	if (query.get("page") === "dark") {
		style.background = "#101314";
		style.color = "#eef2f3";
		if (!query.get("theme")) help.setAttribute("data-theme", "dark");
	}
	document.querySelector("main").append(help);
})();
