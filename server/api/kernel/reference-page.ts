import "server-only";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";
import { notesMarkup } from "./notes-markup";
import type { JsonSchema, OpenApiDocument, OpenApiOperation } from "./open-api-document";
import { REFERENCE_STYLE } from "./reference-style";

type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;
interface Documented {
  readonly path: string;
  readonly method: string;
  readonly operation: OpenApiOperation;
}

/** An OpenAPI document, and what is done here where the vendor's leaves things open, as one page to read: no script, nothing from elsewhere. */
export function referencePage(document: OpenApiDocument, notes?: string): Markup {
  const { info, servers, components } = document;
  const base = servers[0]?.url ?? "";
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]): Documented => ({ path: base + path, method, operation })),
  );
  const tags = [...new Set(operations.flatMap(({ operation }) => operation.tags))];
  const of = (tag: string) => operations.filter(({ operation }) => operation.tags.includes(tag));
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title><style>${raw(REFERENCE_STYLE)}</style></head>
<body><nav aria-label="Endpoints"><h2>${info.title}</h2>${tags.map(
    (tag) =>
      html`<h3>${tag}</h3><ul>${of(tag).map(
        ({ path, method, operation }) =>
          html`<li><a href="#${operation.operationId}"><b class="m ${method}">${method}</b> ${path.slice(base.length)}</a></li>`,
      )}</ul>`,
  )}${notes ? html`<h3><a href="#notes">What is done here</a></h3>` : ""}<h3><a href="#schemas">Schemas</a></h3></nav>
<main><h1>${info.title} <small>${info.version}</small></h1>
${info.description.split("\n\n").map((text) => html`<p>${text}</p>`)}
<p><a href="${base}/openapi.json">OpenAPI</a></p>
${tags.map((tag) => html`<h2>${tag}</h2>${of(tag).map(endpoint)}`)}
${notes ? html`<section id="notes"><h2>What is done here</h2>${notesMarkup(notes)}</section>` : ""}
<h2 id="schemas">Schemas</h2>${Object.entries(components.schemas).map(
    ([name, schema]) => html`<section id="schema-${name}"><h3>${name}</h3>${code(schema)}</section>`,
  )}</main></body></html>`;
}

function endpoint({ path, method, operation }: Documented): Markup {
  const { operationId, summary, description, security, parameters, requestBody, responses } = operation;
  const asked = security.flatMap((each) => Object.entries(each).map(([name, scopes]) => [name, ...scopes].join(" ")));
  return html`<section id="${operationId}"><h3><b class="m ${method}">${method}</b> <code>${path}</code></h3>
<p>${summary}</p>${description ? html`<p>${description}</p>` : ""}
<p class="quiet">${asked.length > 0 ? `Asks for: ${asked.join(", or ")}` : "Open to everybody"}</p>
${parameters.length > 0 ? parameterTable(parameters) : ""}
${requestBody ? bodies("Request", requestBody.content) : ""}
${Object.entries(responses).map(
  ([
    status,
    answer,
  ]) => html`<details${raw(status < "300" ? " open" : "")}><summary><b>${status}</b> ${answer.description}</summary>
${answer.content ? bodies("", answer.content) : ""}</details>`,
)}</section>`;
}

function parameterTable(parameters: OpenApiOperation["parameters"]): Markup {
  return html`<table><thead><tr><th scope="col">Parameter</th><th scope="col">In</th><th scope="col">Value</th></tr></thead>
<tbody>${parameters.map(
    (each) => html`<tr><td><code>${each.name}</code>${each.required ? " *" : ""}</td><td>${each.in}</td>
<td>${each.description ?? ""} <code>${JSON.stringify(each.schema)}</code></td></tr>`,
  )}</tbody></table>`;
}

function bodies(title: string, content: Readonly<Record<string, { readonly schema: JsonSchema }>>): Markup {
  return html`${Object.entries(content).map(
    ([type, { schema }]) => html`<p class="quiet">${title} <code>${type}</code></p>${code(schema)}`,
  )}`;
}

/** A schema as it is, the names of others as links. */
function code(schema: JsonSchema): Markup {
  const parts = JSON.stringify(schema, null, 2).split(/"#\/components\/schemas\/(\w+)"/);
  return html`<pre tabindex="0">${parts.map((part, index) =>
    index % 2 === 1 ? html`<a href="#schema-${part}">${part}</a>` : part,
  )}</pre>`;
}
