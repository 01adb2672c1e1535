// The playground: reads the form, shows the preview and writes the tag. It asks only its own server.
"use strict";
(() => {
	const byId = (id) => document.getElementById(id);
	const form = byId("options");
	const frame = byId("preview");
	const home = new URL("..", location.href);
	const attributes = ["site", "title", "lang", "region", "emergency", "position", "theme"];
	const inline = () => form.position.value === "inline";
	let release = { latest: "", integrity: {} };

	const quoted = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");

	const chosen = () => {
		const found = new Map();
		for (const name of attributes) {
			let value = form.elements[name].value.trim();
			if (name === "region") value = value.toUpperCase();
			if (value && !(name === "position" && value === "inline")) found.set(name, value);
		}
		return found;
	};

	const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
	// Relative luminance and contrast ratio as WCAG 2.2 defines them.
	const luminance = (hex) => {
		const at = (from) => channel(parseInt(hex.slice(from, from + 2), 16) / 255);
		return 0.2126 * at(1) + 0.7152 * at(3) + 0.0722 * at(5);
	};
	const ratio = (one, other) => {
		const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
		return (high + 0.05) / (low + 0.05);
	};

	const showContrast = () => {
		const accent = form.accent.value, ink = form.ink.value, theme = form.theme.value;
		const panels = [["light", "#ffffff"], ["dark", "#161d20"]].filter(([name]) => !theme || theme === name);
		const checks = [["Text on the accent", ratio(accent, ink), 4.5], ...panels.map(([name, colour]) => [`Accent on the ${name} panel`, ratio(accent, colour), 3])];
		const judged = checks.map(([name, value, least]) => {
			const item = document.createElement("li");
			item.className = value >= least ? "good" : "bad";
			item.textContent = `${name}: ${value.toFixed(1)} to 1, ${value >= least ? "enough" : `too low, at least ${least} is needed`}`;
			return item;
		});
		const kept = document.createElement("li");
		kept.textContent = "The widget's own colours have enough contrast, light and dark.";
		byId("contrast").replaceChildren(...(form.ownAccent.checked ? judged : [kept]));
	};

	const showTag = () => {
		const own = [...chosen()].map(([name, value]) => ` data-${name}="${quoted(value)}"`).join("");
		const src = new URL(`widget/v${release.latest}.js`, home).href;
		const tag = `<script src="${src}"\n  integrity="${release.integrity[release.latest] ?? ""}"\n  crossorigin="anonymous" defer${own}></script>`;
		const where = inline() ? '<caveat-help inline></caveat-help>\n' : form.position.value === "none" ? '<button type="button" data-caveat-open>Questions about kratom?</button>\n' : "";
		byId("snippet").textContent = `${where}${tag}\n<noscript><a href="${new URL("ask", home).href}">Questions about kratom</a></noscript>`;
		byId("policy").textContent = `script-src ${home.origin};\nconnect-src ${home.origin};`;
		byId("theme-part").hidden = !form.ownAccent.checked;
		byId("style").textContent = `caveat-help {\n  --caveat-accent: ${form.accent.value};\n  --caveat-accent-text: ${form.ink.value};\n}`;
	};

	let waiting;
	const showPreview = () => {
		const query = new URLSearchParams([...chosen()]);
		if (inline()) query.set("inline", "1");
		if (form.ownAccent.checked) {
			query.set("accent", form.accent.value);
			query.set("ink", form.ink.value);
		}
		if (byId("dark").getAttribute("aria-pressed") === "true") query.set("page", "dark");
		clearTimeout(waiting);
		waiting = setTimeout(() => {
			const next = `preview?${query}`;
			if (frame.getAttribute("src") !== next) frame.setAttribute("src", next);
		}, 200);
	};

	const update = () => {
		showContrast();
		showTag();
		showPreview();
	};

	const press = (button, on) => button.setAttribute("aria-pressed", String(on));
	const size = (phone) => {
		frame.classList.toggle("phone", phone);
		press(byId("phone"), phone);
		press(byId("wide"), !phone);
	};
	byId("phone").addEventListener("click", () => size(true));
	byId("wide").addEventListener("click", () => size(false));
	byId("dark").addEventListener("click", (event) => {
		press(event.currentTarget, event.currentTarget.getAttribute("aria-pressed") !== "true");
		update();
	});
	for (const button of document.querySelectorAll("[data-copy]")) {
		button.addEventListener("click", async () => {
			let said = "Copied.";
			try {
				await navigator.clipboard.writeText(byId(button.dataset.copy).textContent);
			} catch {
				said = "Copying was not possible; select the text instead.";
			}
			byId("copied").textContent = said;
		});
	}
	form.addEventListener("input", (event) => {
		if (event.target.type === "color") form.ownAccent.checked = true;
		update();
	});
	form.addEventListener("submit", (event) => event.preventDefault());

	const load = async () => {
		const [releases, config] = await Promise.all(["releases.json", "config.json"].map(async (name) => (await fetch(name)).json()));
		release = releases;
		for (const [code, name] of Object.entries(config.languages)) form.lang.append(new Option(name, code));
		update();
	};
	update();
	load();
})();
