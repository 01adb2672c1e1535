/*! Caveat help widget 1.1.0, Apache-2.0. Asks only its own server, once opened; stores nothing. */
(() => {
	"use strict";
	const VERSION = "1.1.0";
	if (customElements.get("caveat-help")) return;

	// Kept, for a host page may replace them; array methods are not used at all.
	const { fetch, navigator, document, setTimeout, clearTimeout } = window;
	const { parse, stringify } = JSON;
	const { keys } = Object;
	const { isArray } = Array;
	const script = document.currentScript || document.querySelector('script[src*="/widget/"]');
	const BASE = new URL(".", script?.src || location.href);
	const API = new URL("../v1/", BASE);
	const QUIET = { credentials: "omit", referrerPolicy: "no-referrer" };
	const SLOW = 8000, SILENT = 30000, TURNS = 20;

	const EN = {
		title: "Questions about kratom", close: "Close", fresh: "New conversation", question: "Your question", ask: "Ask", stop: "Stop",
		hint: "Please leave out names and personal details.",
		about: "Ask what studies say about kratom and how sure we can be. This is a computer program with reviewed content, not a doctor. It gives no amounts or sellers and stores nothing on this device.",
		emergency: "In an emergency call your local emergency number.",
		log: "Conversation", asked: "You asked:", searching: "Searching the evidence…", slow: "Still searching…", ready: "Answer ready.",
		answered: "What the evidence says", urgent: "Get help now", declined: "Not something I can help with", not_covered: "No reviewed answer",
		sure: "How sure can we be?", caveat: "Caveat:", note: "Talk with someone", as_of: "As of", sources: "Sources", source: "Source", retracted: "Retracted.", abstract: "summary read", secondary: "cited elsewhere",
		related: "You can ask", checked: "Content last checked on", copy: "Copy", copied: "Copied", uncopied: "Copying was not possible.", print: "Print",
		again: "Try again", stopped: "Stopped.", offline: "You seem to be offline.", down: "The service cannot be reached right now.",
		cut: "The answer was cut off and may not be complete.", busy: "Many questions are coming in. Try again in {n} seconds.", refused: "This help is not set up for this website.",
		long: "The question could not be read. Please reword it.", disabled: "Questions are switched off here for now.",
		help: "A poison centre, a pharmacist or a doctor can help.",
	};
	const ES = {
		title: "Preguntas sobre kratom", close: "Cerrar", fresh: "Nueva conversación", question: "Su pregunta", ask: "Preguntar", stop: "Detener",
		hint: "No escriba nombres ni datos personales.",
		about: "Pregunte qué dicen los estudios sobre el kratom y con cuánta certeza. Es un programa con contenido revisado, no un médico. No da cantidades ni vendedores y no guarda nada en este dispositivo.",
		emergency: "En una emergencia, llame a su número local de emergencias.",
		log: "Conversación", asked: "Su pregunta:", searching: "Buscando la evidencia…", slow: "La búsqueda sigue…", ready: "Respuesta lista.",
		answered: "Lo que dice la evidencia", urgent: "Pida ayuda ahora", declined: "No puedo ayudar con esto", not_covered: "Sin respuesta revisada",
		sure: "¿Qué certeza hay?", caveat: "Salvedad:", note: "Hable con alguien", as_of: "A fecha de", sources: "Fuentes", source: "Fuente", retracted: "Retractado.", abstract: "resumen leído", secondary: "citado en otra fuente",
		related: "Puede preguntar", checked: "Contenido comprobado el", copy: "Copiar", copied: "Copiado", uncopied: "No se pudo copiar.", print: "Imprimir",
		again: "Intentar de nuevo", stopped: "Detenido.", offline: "Parece que no hay conexión.", down: "Ahora no se puede contactar con el servicio.",
		cut: "La respuesta se interrumpió y puede estar incompleta.", busy: "Llegan muchas preguntas. Inténtelo de nuevo dentro de {n} segundos.", refused: "Esta ayuda no está configurada para este sitio web.",
		long: "No se pudo leer la pregunta. Escríbala de otra manera.", disabled: "Las preguntas están desactivadas aquí por ahora.",
		help: "Un centro de toxicología, un farmacéutico o un médico pueden ayudar.",
	};
	const ENGLISH = { lang: "en", dir: "auto" };
	const WORDS = { __proto__: null, en: EN, es: ES };
	const CIRCLES = { __proto__: null, high: "⊕⊕⊕⊕", moderate: "⊕⊕⊕○", low: "⊕⊕○○", "very-low": "⊕○○○" };

	const CSS = `
:host{all:initial!important;display:block!important}
*{box-sizing:border-box}
[hidden]{display:none!important}
.root{--a:var(--caveat-accent,#0b5563);--at:var(--caveat-accent-text,#fff);--bg:var(--caveat-bg,#fff);--fg:var(--caveat-text,#1a2327);--soft:#eef3f4;--line:#66757c;--mute:#46545a;--warn:#8c1d18;--wbg:#fdefed;--zi:var(--caveat-z,2147483000);--r:var(--caveat-radius,.75em);--in:var(--caveat-inset,1em);color:var(--fg);color-scheme:light;font:400 1em/1.5 var(--caveat-font,system-ui,sans-serif);text-align:start;overflow-wrap:anywhere}
.root.dark{--a:var(--caveat-accent,#8fd3df);--at:var(--caveat-accent-text,#06252b);--bg:var(--caveat-bg,#161d20);--fg:var(--caveat-text,#eef2f3);--soft:#222c30;--line:#93a3aa;--mute:#b8c4c9;--warn:#ffb4ab;--wbg:#3a1c1a;color-scheme:dark}
button,textarea{font:inherit;color:inherit;letter-spacing:inherit;word-spacing:inherit}
button{min-block-size:44px;min-inline-size:44px;padding:.4em .9em;border:1px solid var(--line);border-radius:var(--r);background:var(--bg);cursor:pointer;text-align:start}
button:hover{background:var(--soft)}
.main{background:var(--a);color:var(--at);border-color:var(--a);font-weight:600}
.main:hover{background:var(--a);text-decoration:underline}
a{color:inherit;text-underline-offset:.15em}
a[href^=tel]{white-space:nowrap}
:focus-visible,.source:focus{outline:3px solid var(--fg);outline-offset:2px;box-shadow:0 0 0 2px var(--bg)}
h2,h3,p,ul,ol{margin:0}
h2,h3{font-size:1em}
.launcher{position:fixed;inset-block-end:var(--in);inset-inline-end:var(--in);z-index:var(--zi);max-inline-size:calc(100vw - 2*var(--in));border-radius:2em;padding:.6em 1.2em;box-shadow:0 2px 10px #0005}
.start>*>.launcher,.start>dialog.panel{inset-inline:var(--in) auto}
.panel,.body{display:flex;flex-direction:column}
.body{flex:1;min-block-size:0}
.panel{margin:0;padding:0;border:1px solid var(--line);border-radius:var(--r);background:var(--bg);color:var(--fg);max-inline-size:none;max-block-size:none;inline-size:100%;block-size:36em;overflow:hidden}
dialog.panel{position:fixed;inset-block:auto calc(var(--in) + 60px);inset-inline:auto var(--in);z-index:var(--zi);inline-size:min(30em,100vw - 2*var(--in));block-size:min(42em,100vh - 76px - 2*var(--in));box-shadow:0 6px 30px #0006}
dialog:not([open]){display:none}
header{display:flex;flex-wrap:wrap;gap:.5em;align-items:center;padding:.5em .5em .5em 1em;border-block-end:1px solid var(--line)}
header h2{flex:1 1 6em}
header button{font-size:.875em}
.emergency{padding:.5em 1em;background:var(--wbg);color:var(--warn);font-weight:600;font-size:.9375em;border-block-end:1px solid var(--line)}
.log{flex:1;overflow:auto;padding:1em;min-block-size:5em}
.log:focus-visible{outline-offset:-3px}
.turn{margin-block-end:1.5em}
.turn,.answer,.stack{display:grid;gap:.75em;grid-template-columns:minmax(0,1fr)}
.asked{font-weight:400;justify-self:end;background:var(--soft);border-radius:var(--r);padding:.5em .8em;max-inline-size:92%;white-space:pre-wrap}
.label{font-weight:700}
.lead{font-size:1.0625em;font-weight:500}
.note,.urgent,.problem{border:1px solid var(--line);border-inline-start:.35em solid var(--a);padding:.6em .8em;border-radius:.3em}
.urgent,.problem{border-color:var(--warn);background:var(--wbg)}
.urgent p{font-weight:600}
ul,ol{padding-inline-start:1.3em;display:grid;gap:.75em;grid-template-columns:minmax(0,1fr)}
.contacts{padding:0;list-style:none;gap:.3em;font-weight:600}
.badge{display:inline-block;border:1px solid var(--line);border-radius:.4em;padding:0 .5em;background:var(--soft);font-size:.875em;margin-block:.2em}
.circles::after{content:attr(data-c)}
.caveat,.fine,.hint{font-size:.875em;color:var(--mute)}
.care{font-weight:600}
.ref{display:inline-block;min-inline-size:24px;line-height:24px;text-align:center;font-size:.875em}
summary{cursor:pointer;font-weight:600;min-block-size:44px;line-height:44px}
.row{display:flex;flex-wrap:wrap;gap:.5em}
.related button{inline-size:100%}
.problem button{justify-self:start}
.body:not(:has(.turn)) header button:first-child{display:none}
form{display:grid;gap:.4em;border-block-start:1px solid var(--line);padding:.6em 1em}
form .row{flex-wrap:nowrap;align-items:end}
label{font-weight:600}
textarea{flex:1;min-inline-size:0;min-block-size:44px;block-size:3.9em;max-block-size:10em;resize:vertical;padding:.4em .6em;border:1px solid var(--line);border-radius:.4em;background:var(--bg)}
.sr{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (max-width:30em),(max-height:26em){dialog.panel{inset:0!important;inline-size:100%;block-size:100%;border:0;border-radius:0;box-shadow:none}}
@media (max-height:26em){.body{overflow:auto;display:block}.log{overflow:visible}textarea{block-size:44px}}
@media (prefers-reduced-motion:no-preference){dialog[open]{animation:in .15s ease-out}@keyframes in{from{opacity:0;transform:translateY(.5em)}}}
@media print{:host(caveat-help){display:none!important}}
@media (forced-colors:active){.urgent,.problem,.note,.badge,.asked{border:1px solid}.main{background:ButtonFace;color:ButtonText;border-color:ButtonText}}
`;
	const PRINT_CSS = "@media print{body>:not(.caveat-print){display:none!important}}@media screen{.caveat-print{display:none!important}}";

	const sheetOf = (text) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(text);
		return sheet;
	};
	const STYLE = sheetOf(CSS);
	const map = (list, make) => {
		const out = [];
		for (let at = 0; list && at < list.length; at++) out[at] = make(list[at], at);
		return out;
	};
	const add = (node, kids) => map(kids, (kid) => (isArray(kid) ? add(node, kid) : kid && node.append(kid)));
	// A `part` is a class too; functions are listeners.
	const h = (tag, props, ...kids) => {
		const node = document.createElement(tag);
		map(keys(props || {}), (name) => {
			const value = props[name];
			if (typeof value === "function") node.addEventListener(name, value);
			else if (value != null && value !== false) {
				node.setAttribute(name, value === true ? "" : value);
				if (name === "part" && !props.class) node.setAttribute("class", value);
			}
		});
		add(node, kids);
		return node;
	};
	const button = (click, props, ...kids) => h("button", { type: "button", part: "button", click, ...props }, kids);
	const hidden = (...kids) => h("span", { class: "sr" }, kids);
	const circles = (level) => h("span", { class: "circles", "aria-hidden": "true", "data-c": CIRCLES[level] });
	const adopt = (root, sheet) => {
		root.adoptedStyleSheets = [sheet];
	};
	const quietJson = async (url, headers) => {
		const response = await fetch(url, { ...QUIET, headers });
		if (!response.ok) throw await problemOf(response);
		return response.json();
	};
	const languageOf = (tag) => (tag || "").toLowerCase().split("-")[0];
	const problemOf = async (response) => ({ status: response.status, wait: Number(response.headers.get("Retry-After")), paused: /site-paused/.test(await response.text()) });
	const locked = (status) => status === 401 || status === 403;
	const webLink = (url) => /^https?:\/\//i.test(url || "");
	// Only for texts with contacts: three and more digits are a number to call.
	const callable = (text) => {
		const out = [];
		let from = 0;
		text.replace(/\d(?:[\d -]*\d)?/g, (digits, at) => {
			const bare = digits.replace(/\D/g, "");
			if (bare.length > 2) {
				out[out.length] = text.slice(from, at);
				out[out.length] = h("a", { href: "tel:" + bare }, digits);
				from = at + digits.length;
			}
		});
		out[out.length] = text.slice(from);
		return out;
	};
	const contactList = (contacts) =>
		contacts?.length && h("ul", { part: "contacts", role: "list" }, map(contacts, (contact) => h("li", 0, contact.label, ": ", webLink(contact.value) ? h("a", { href: contact.value, rel: "noopener noreferrer" }, contact.value) : callable(contact.value))));
	const badgeOf = (terms, evidence) => {
		let text = "";
		map(terms && [evidence.level, evidence.certainty, evidence.basis, evidence.population], (code) => {
			if (terms[code]) text += (text && " · ") + terms[code];
		});
		return text || evidence.label;
	};
	const sourceText = (words, source) => {
		const access = source.access === "full" ? "" : words[source.access];
		return `${/[.?!]$/.test(source.title) ? "" : "."} ${source.venue}${source.year ? ", " + source.year : ""} (${(source.kind || "").replace(/-/g, " ")}${access ? "; " + access : ""}). ${source.retracted ? words.retracted : ""}`;
	};

	/* One answer record, or its first statements, as nodes. */
	const renderAnswer = (record, words, lang, ui) => {
		const number = { __proto__: null };
		map(record.sources, (source, at) => (number[source.id] = at + 1));
		const own = record.language;
		const terms = ui.lang === lang && ui.terms;
		let lead = record.lead || "";
		const notices = { first: [], steps: [], rest: [], last: [] };
		const box = (notice) => h("div", { part: "urgent", class: "urgent stack", lang: own, dir: "auto" }, notice.text.includes("\n") ? h("ol", 0, map(notice.text.split("\n"), (line) => h("li", 0, callable(line)))) : h("p", 0, callable(notice.text)), contactList(notice.contacts));
		let cares = ui.cares;
		map(record.notices, (notice) => {
			let place = notice.kind === "crisis" ? "steps" : notice.kind === "review_status" ? "last" : "rest";
			if (place === "steps" && lead.startsWith(notice.text)) {
				place = "first";
				lead = lead.slice(notice.text.length).trim();
				cares = null;
			}
			notices[place][notices[place].length] = notice;
		});
		const leadLang = own === "en" || (record.outcome === "answered" && /\b(the|and|not|with)\b/i.test(lead)) ? "en" : own;
		const items = [];
		const jump = (id) => (event) => {
			event.preventDefault();
			items[0].open = true;
			const target = items[number[id]];
			target.focus();
			target.scrollIntoView({ block: "nearest" });
		};
		const statements = map(record.statements, (one) =>
			h("li", { part: "statement", ...ENGLISH }, one.text, map(one.source_ids, (id) => number[id] && [" ", h("a", { part: "ref", href: "#caveat-source-" + number[id], click: jump(id), lang }, hidden(words.source, " "), `[${number[id]}]`)]),
				h("div", { lang: terms ? lang : "en" }, h("span", { part: "badge" }, badgeOf(terms, one.evidence), " ", circles(one.evidence.certainty))),
				one.caveat && h("p", { part: "caveat" }, h("b", { lang }, words.caveat), " ", one.caveat),
				one.as_of && h("p", { class: "fine" }, h("span", { lang }, words.as_of), " ", one.as_of),
				cares?.[one.care] && h("p", { part: "care", lang: ui.care_lang }, callable(cares[one.care]))));
		const sources = record.sources.length > 0 && h("details", { part: "sources", open: ui.printing }, h("summary", 0, `${words.sources} (${record.sources.length})`),
			h("ol", ENGLISH, map(record.sources, (source, at) => (items[at + 1] = h("li", { class: "source", tabindex: "-1" }, webLink(source.url) ? h("a", { href: source.url, target: "_blank", rel: "noopener noreferrer" }, source.title) : source.title, sourceText(words, source))))));
		items[0] = sources;
		const evidence = statements.length > 0 && record.evidence;
		const label = evidence && badgeOf(terms, evidence);
		return h("div", { part: "answer", lang, dir: words.rtl ? "rtl" : "ltr" },
			record.outcome && h("p", { part: "label" }, words[record.outcome]),
			map(notices.first, box),
			h("p", { part: "lead", lang: leadLang, dir: "auto" }, record.outcome === "urgent" ? callable(lead) : lead),
			map(notices.steps, box),
			evidence && h("p", { part: "evidence" }, h("b", 0, words.sure), " ", h("span", { part: "badge", lang: terms ? lang : "en" }, label, " ", circles(evidence.level)), " ", h("span", { lang: own }, evidence.explanation.replace(label + ": ", "").replace(/^./, (letter) => letter.toUpperCase()))),
			map(notices.rest, (notice) => h("p", { part: "notice", lang: own, dir: "auto" }, notice.text, contactList(notice.contacts))),
			statements.length > 0 && h("ul", { part: "statements", role: "list" }, statements),
			record.clinician_note && h("div", { part: "note" }, h("p", { part: "label" }, words.note), h("p", { lang: own, dir: "auto" }, callable(record.clinician_note))),
			sources,
			h("p", { part: "review", class: "fine" }, map(notices.last, (notice) => [h("span", { lang: own }, notice.text), " "]), record.reviewed_on && `${words.checked} ${record.reviewed_on} · ${record.content_version} · ${BASE.host}`));
	};
	/* What is shown as plain text, with the addresses of sources. */
	const textOf = (node) => {
		if (!node.localName) return node.data;
		if (node.className === "sr" || node.ariaHidden) return "";
		let text = "", at = 0;
		map(node.childNodes, (kid) => (text += (node.localName === "ol" ? ++at + ". " : "") + textOf(kid)));
		if (webLink(node.href)) text += ` <${node.href}>`;
		return /^(p|div|li|summary|h2)$/.test(node.localName) ? text.trim() + "\n" : text;
	};

	const readEvents = async (body, use) => {
		const reader = body.getReader();
		const decoder = new TextDecoder();
		let text = "";
		for (;;) {
			const part = await reader.read();
			if (part.done) return;
			text = (text + decoder.decode(part.value, { stream: true })).replace(/\r/g, "");
			let end;
			while ((end = text.indexOf("\n\n")) >= 0) {
				let name = "message", data = "";
				map(text.slice(0, end).split("\n"), (line) => {
					if (line.startsWith("event:")) name = line.slice(6).trim();
					else if (line.startsWith("data:")) data += line.slice(5).trim();
				});
				text = text.slice(end + 2);
				if (data) use(name, parse(data));
			}
		}
	};

	const widgets = [];
	const dark = matchMedia("(prefers-color-scheme:dark)");
	const small = matchMedia("(max-width:30em),(max-height:26em)");

	class CaveatHelp extends HTMLElement {
		#root; #panel; #launcher; #log; #status; #field; #form; #ask; #stop; #line; #intro;
		#bound = []; #words = EN; #lang = "en"; #ui = {}; #site = {}; #region; #history = [];
		#abort; #opener; #isOpen = false; #started = false; #limit = 2000;

		connectedCallback() {
			if (!this.#root) this.#build();
			widgets[widgets.length] = this;
			dark.addEventListener("change", this.#paint);
			small.addEventListener("change", this.#refit);
			document.addEventListener("focusin", this.#yield);
			this.#tell("ready");
		}

		disconnectedCallback() {
			this.#abort?.abort();
			map(widgets, (one, at) => one === this && (widgets[at] = null));
			dark.removeEventListener("change", this.#paint);
			small.removeEventListener("change", this.#refit);
			document.removeEventListener("focusin", this.#yield);
		}

		get #inline() {
			return this.hasAttribute("inline");
		}

		#setting(name) {
			return this.getAttribute("data-" + name) ?? script?.getAttribute("data-" + name);
		}

		/* A text that follows the language. */
		#say(key) {
			const node = document.createTextNode(this.#words[key] || EN[key]);
			this.#bound[this.#bound.length] = () => {
				node.data = (key === "title" && this.#setting("title")) || this.#words[key] || EN[key];
			};
			return node;
		}

		#tell(name, detail) {
			this.dispatchEvent(new CustomEvent("caveat-" + name, { bubbles: true, composed: true, detail }));
		}

		#chosen(allowed) {
			let found = "";
			map([this.#setting("lang"), document.documentElement.lang, navigator.language], (tag) => {
				const one = languageOf(tag);
				let ok = !allowed;
				map(allowed, (code) => (ok ||= languageOf(code) === one));
				if (ok && one !== "auto") found ||= one;
			});
			return found || languageOf(allowed?.[0]) || "en";
		}

		#speak(lang, words) {
			this.#lang = words ? lang : "en";
			this.#words = words || EN;
			map(this.#bound, (update) => update());
			const inner = this.#root.firstChild;
			inner.setAttribute("lang", this.#lang);
			inner.setAttribute("dir", this.#words.rtl ? "rtl" : "ltr");
		}

		#build() {
			this.#root = this.attachShadow({ mode: "open" });
			adopt(this.#root, STYLE);
			const inline = this.#inline;
			const place = this.#setting("position");
			const close = button(() => this.close(), 0, this.#say("close"));
			const fresh = button(() => { this.reset(); this.#field.focus(); }, 0, this.#say("fresh"));
			this.#field = h("textarea", { part: "input", id: "q", rows: 2, required: true, maxlength: this.#limit, autocomplete: "off", "aria-describedby": "hint",
				keydown: (event) => {
					if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
						event.preventDefault();
						this.#form.requestSubmit();
					}
				} });
			this.#ask = button(null, { type: "submit", part: "send", class: "main" }, this.#say("ask"));
			this.#stop = button(() => { this.#field.focus(); this.#abort.abort("stopped"); }, { hidden: true }, this.#say("stop"));
			this.#form = h("form", { part: "form", submit: (event) => {
				event.preventDefault();
				const text = this.#field.value.trim();
				this.#field.focus();
				if (text && !this.#abort) {
					this.#field.value = "";
					this.#send(text);
				}
			} }, h("label", { for: "q" }, this.#say("question")), h("div", { class: "row" }, this.#field, this.#ask, this.#stop), h("p", { part: "hint", id: "hint" }, this.#say("hint")));
			this.#line = h("p", { part: "emergency" });
			this.#bound[this.#bound.length] = () => this.#emergency();
			this.#intro = h("div", { part: "intro", class: "stack" }, h("p", 0, this.#say("about")));
			this.#log = h("div", { part: "log", role: "log", "aria-live": "off", tabindex: "0", "aria-labelledby": "log" }, h("span", { class: "sr", id: "log" }, this.#say("log")), this.#intro);
			this.#status = h("div", { part: "status", class: "sr", role: "status" });
			this.#panel = h(inline ? "section" : "dialog", { part: "panel", "aria-labelledby": "title", focusin: () => this.#start(),
				cancel: (event) => { event.preventDefault(); this.close(); }, close: () => this.#panel.open || this.close(), keydown: (event) => {
					if (event.key === "Escape" && !inline) {
						event.preventDefault();
						event.stopPropagation();
						this.close();
					}
				} },
				this.#line, h("div", { class: "body" }, h("header", { part: "header" }, h("h2", { id: "title", part: "title" }, this.#say("title")), h("div", { class: "row" }, fresh, inline ? null : close)), this.#log, this.#status, this.#form));
			this.#launcher = inline || place === "none" ? null : button(() => this.toggle(), { part: "launcher", id: "launcher", class: "main launcher", "aria-haspopup": "dialog", "aria-expanded": "false" }, this.#say("title"));
			this.#root.append(h("div", { class: "root" + (place === "bottom-start" ? " start" : "") }, this.#launcher ? h("div", { role: "region", "aria-labelledby": "launcher" }, this.#launcher) : null, this.#panel));
			const lang = this.#chosen();
			this.#speak(lang, WORDS[lang]);
			this.#paint();
		}

		#paint = () => {
			const theme = this.#setting("theme");
			this.#root.firstChild.classList.toggle("dark", theme === "dark" || (theme !== "light" && dark.matches));
		};

		/* Change sides when what the page has just focused is hidden (WCAG 2.4.11). */
		#yield = (event) => {
			const box = this.#isOpen && !small.matches ? this.#panel : this.#launcher;
			if (this.#inline || !box || event.target === this || !event.target.getBoundingClientRect) return;
			const inner = this.#root.firstChild;
			const mine = box.getBoundingClientRect(), its = event.target.getBoundingClientRect();
			if (its.left < mine.right && its.right > mine.left && its.top < mine.bottom && its.bottom > mine.top) inner.classList.toggle("start");
		};

		#refit = () => {
			if (this.#isOpen) {
				this.#isOpen = false;
				this.#panel.close?.();
				this.#show();
			}
		};

		#show() {
			this.#isOpen = true;
			if (this.#inline) return;
			this.#panel.setAttribute("aria-modal", small.matches);
			if (small.matches) this.#panel.showModal();
			else this.#panel.show();
		}

		#expanded(value) {
			this.#launcher?.setAttribute("aria-expanded", value);
			map(document.querySelectorAll("[data-caveat-open]"), (button) => button.setAttribute("aria-expanded", value));
		}

		open({ question, send, from } = {}) {
			if (!this.#isOpen) {
				this.#opener = from || this.#launcher || document.activeElement;
				this.#show();
				this.#expanded("true");
				this.#tell("open");
			}
			this.#start();
			if (question && !this.#abort) {
				if (send) this.#send(String(question));
				else this.#field.value = String(question);
			}
			if (this.#form.hidden) this.#log.focus();
			else this.#field.focus();
		}

		close() {
			if (!this.#isOpen || this.#inline) return;
			this.#isOpen = false;
			this.#panel.close();
			this.#expanded("false");
			(this.#opener?.isConnected ? this.#opener : this.#launcher)?.focus();
			this.#tell("close");
		}

		toggle(options) {
			if (this.#isOpen && !this.#inline) this.close();
			else this.open(options);
		}

		reset() {
			this.#abort?.abort("reset");
			this.#history = [];
			this.#status.textContent = "";
			map(this.#log.querySelectorAll(".turn"), (turn) => turn.remove());
			this.#intro.hidden = false;
			this.#tell("reset");
		}

		get #headers() {
			const key = this.#setting("site");
			return key && { "X-Caveat-Key": key };
		}

		/* Once opened: the site's settings, then numbers and words. */
		async #start() {
			if (this.#started) return;
			this.#started = true;
			let refused = false;
			if (this.#setting("site")) {
				try {
					this.#site = await quietJson(new URL("site", API), this.#headers);
				} catch (problem) {
					refused = locked(problem.status);
				}
			}
			const site = this.#site;
			const region = (this.#region = (this.#setting("region") || site.region || "").toUpperCase());
			const wanted = this.#chosen(site.languages?.length && site.languages);
			try {
				let config = `config.json?lang=${wanted}&without=`;
				map(site.disabled_topics, (topic) => (config += topic + ","));
				if (region) config += "&region=" + region;
				this.#ui = await quietJson(new URL(config, BASE));
				this.#region = region || this.#ui.region;
				this.#field.maxLength = this.#ui.max_question_chars || this.#limit;
				if (this.#ui.lang !== "en" && !WORDS[this.#ui.lang]) WORDS[this.#ui.lang] = await quietJson(new URL(`lang/${this.#ui.lang}.json`, BASE));
				this.#speak(this.#ui.lang, WORDS[this.#ui.lang]);
			} catch {
				this.#started = false;
				this.#speak(wanted, WORDS[wanted]);
			}
			if (refused || site.enabled === false) this.#disable(refused ? "refused" : "disabled");
			else if (this.#intro.childNodes.length < 2) add(this.#intro, [this.#suggestions(this.#ui.examples)]);
		}

		#emergency() {
			const line = this.#setting("emergency") || (this.#ui.lang === this.#lang && this.#ui.emergency_line) || this.#words.emergency || EN.emergency;
			this.#line.replaceChildren();
			add(this.#line, callable(line));
		}

		#disable(key) {
			this.#form.hidden = true;
			this.#intro.replaceChildren();
			const site = contactList(this.#site.contacts);
			add(this.#intro, [h("p", { part: "problem" }, this.#say(key)), site || contactList(this.#ui.contacts), h("p", 0, this.#say("help"))]);
			this.#status.textContent = this.#words[key] || EN[key];
			if (this.#isOpen) this.#log.focus();
		}

		#suggestions(questions) {
			return questions?.length > 0 && h("div", { part: "related", class: "stack" }, h("p", { part: "label" }, this.#say("related")),
				map(questions, (text) => button(() => this.#abort || this.#send(text, true), { part: "suggestion", ...ENGLISH }, text)));
		}

		#busy(on) {
			this.#ask.hidden = on;
			this.#stop.hidden = !on;
			this.#log.setAttribute("aria-busy", on);
		}

		async #send(question, moveFocus) {
			const words = this.#words;
			const abort = (this.#abort = new AbortController());
			const say = (text) => {
				if (!abort.signal.aborted || abort.signal.reason !== "reset") this.#status.textContent = text;
			};
			const head = h("h3", { part: "asked", tabindex: "-1" }, hidden(words.asked, " "), h("span", { dir: "auto" }, question));
			const reveal = () => map([this.#log, this.#log.parentNode], (box) => (box.scrollTop += turn.getBoundingClientRect().top - box.getBoundingClientRect().top - 8));
			const pending = h("p", { part: "pending" }, words.searching);
			const body = h("div", { class: "stack" }, pending);
			const turn = h("div", { part: "turn" }, head, body);
			this.#intro.hidden = true;
			this.#log.append(turn);
			reveal();
			if (moveFocus) head.focus({ preventScroll: true });
			this.#busy(true);
			say(words.searching);
			this.#tell("ask");
			const slow = setTimeout(() => {
				pending.textContent = words.slow;
				say(words.slow);
			}, SLOW);
			try {
				const record = await this.#fetchAnswer(question, abort, body, pending);
				this.#remember(question, record.lead);
				const speech = WORDS[record.language] || this.#words;
				const lang = WORDS[record.language] ? record.language : this.#lang;
				body.replaceChildren(renderAnswer(record, speech, lang, this.#ui), this.#actions(record, question, speech, lang), this.#suggestions(record.related) || "");
				reveal();
				say(`${words.ready} ${words[record.outcome]}. ${record.lead}`);
				this.#tell("answer", { id: record.id, outcome: record.outcome, level: record.evidence.level });
			} catch (problem) {
				if (abort.signal.reason === "reset") return;
				if (problem.paused) {
					this.reset();
					return this.#disable("disabled");
				}
				pending.remove();
				const text = this.#failure(problem, abort.signal);
				const again = button(() => {
					if (this.#abort) return;
					turn.remove();
					this.#send(question, true);
				}, 0, words.again);
				body.append(h("div", { part: "problem", class: "problem stack" }, h("p", 0, text), locked(problem.status) ? "" : again, contactList(this.#site.contacts), h("p", 0, words.help || EN.help)));
				say(text);
				this.#tell("error", { status: problem.status || 0 });
			} finally {
				clearTimeout(slow);
				if (this.#abort === abort) {
					this.#abort = null;
					this.#busy(false);
				}
			}
		}

		#failure(problem, signal) {
			const words = this.#words;
			const { status } = problem;
			const key = signal.reason === "stopped" ? "stopped" : problem.cut || signal.aborted ? "cut" : status === 429 ? "busy" : locked(status) ? "refused" : status < 500 ? "long" : status || navigator.onLine ? "down" : "offline";
			return (words[key] || EN[key]).replace("{n}", problem.wait > 0 ? problem.wait : 30);
		}

		async #fetchAnswer(question, abort, body, pending) {
			const { signal } = abort;
			let silent;
			const alive = () => {
				clearTimeout(silent);
				silent = setTimeout(() => abort.abort("silent"), SILENT);
			};
			alive();
			const history = map(this.#history, (turn) => turn);
			history.toJSON = undefined; // some old libraries give arrays their own
			const request = { __proto__: null, question, history };
			if (this.#region) request.region = this.#region;
			const language = languageOf(this.#setting("lang"));
			if (language && language !== "auto") request.language = language;
			let begun = false, record, problem;
			try {
				const response = await fetch(new URL("ask", API), { ...QUIET, method: "POST", signal, body: stringify(request), headers: { "Content-Type": "application/json", Accept: "text/event-stream, application/json;q=0.9", ...this.#headers } });
				if (!response.ok) throw await problemOf(response);
				if (!/event-stream/.test(response.headers.get("Content-Type"))) return await response.json();
				begun = true;
				const partial = { statements: [], sources: [], notices: [], language: "en" };
				await readEvents(response.body, (name, data) => {
					alive();
					if (name === "statement") {
						partial.statements[partial.statements.length] = data;
						const shown = renderAnswer(partial, this.#words, this.#lang, {});
						body.replaceChildren(pending, shown);
					} else if (name === "answer") record = data;
					else if (name === "error") problem = { status: data.status || 500 };
				});
				if (record) return record;
				throw problem || { cut: true };
			} catch (error) {
				throw error.status || error.cut || !begun ? error : { cut: true };
			} finally {
				clearTimeout(silent);
			}
		}

		/* The conversation is in memory only and sent along with follow-ups. */
		#remember(question, lead) {
			const turns = [];
			const start = Math.max(0, this.#history.length - TURNS + 2);
			map(this.#history, (turn, at) => {
				if (at >= start) turns[turns.length] = turn;
			});
			turns[turns.length] = { __proto__: null, role: "user", content: question };
			turns[turns.length] = { __proto__: null, role: "assistant", content: lead };
			this.#history = turns;
		}

		#actions(record, question, words, lang) {
			const copied = h("span", { part: "fine" });
			const whole = () => h("div", { class: "root stack" }, h("h2", { lang }, words.asked, " ", question), renderAnswer(record, words, lang, { ...this.#ui, printing: true }));
			const copy = async () => {
				let done = words.copied;
				try {
					await navigator.clipboard.writeText(textOf(whole()));
				} catch {
					done = words.uncopied;
				}
				copied.textContent = this.#status.textContent = done;
			};
			return h("div", { part: "actions", class: "row", lang }, button(copy, 0, words.copy), button(() => print(whole()), 0, words.print), copied);
		}
	}

	/* Print a copy of one answer; the page is hidden on paper meanwhile. */
	const print = (answer) => {
		const paper = h("div", { class: "caveat-print" });
		const root = paper.attachShadow({ mode: "open" });
		adopt(root, STYLE);
		root.append(answer);
		document.body.append(paper);
		const copied = () => map(document.adoptedStyleSheets, (one) => one);
		const kept = copied(), after = copied();
		after[after.length] = sheetOf(PRINT_CSS);
		document.adoptedStyleSheets = after;
		window.addEventListener("afterprint", () => {
			paper.remove();
			document.adoptedStyleSheets = kept;
		}, { once: true });
		window.print();
	};

	customElements.define("caveat-help", CaveatHelp);

	/* The floating widget, or else the first. */
	const target = () => {
		let first = null, floating = null;
		map(widgets, (one) => {
			first ||= one;
			if (one && !one.hasAttribute("inline")) floating ||= one;
		});
		return floating || first;
	};
	const call = (name) => (options) => target()?.[name](options);
	window.CaveatHelp = { version: VERSION, open: call("open"), close: call("close"), toggle: call("toggle"), reset: call("reset") };

	const begin = () => {
		if (!target()) document.body.append(h("caveat-help"));
		map(document.querySelectorAll("[data-caveat-open]"), (button) => {
			button.setAttribute("aria-haspopup", "dialog");
			button.setAttribute("aria-expanded", "false");
		});
	};
	document.addEventListener("click", (event) => {
		const from = event.target.closest?.("[data-caveat-open]");
		if (from) {
			event.preventDefault();
			target()?.open({ from, question: from.getAttribute("data-caveat-question") });
		}
	});
	if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin);
	else begin();
})();
