// Prepares the scenarios of TypeSpec Spector: documents of OpenAPI out of the specs, and what the mock server expects and answers, as JSON.
//
//   node spector.mjs PACKAGE OUT     in the folder that has node_modules
//
// Writes OUT/<spec>/<version>.json for each version of OpenAPI, OUT/scenarios.json and OUT/compiled.json (what could not be compiled).
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packageName, out] = process.argv.slice(2);
const load = async (name) => import(pathToFileURL(entry(name)).href);
const root = join(process.cwd(), "node_modules", packageName);

function entry(name) {
  const folder = join(process.cwd(), "node_modules", name);
  const told = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const main = told.exports?.["."];
  return join(folder, (typeof main === "string" ? main : main?.default ?? main?.import) ?? told.main);
}

function* files(folder, wanted) {
  for (const found of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, found.name);
    if (found.isDirectory()) yield* files(path, wanted);
    else if (wanted(found.name)) yield path;
  }
}

const compiler = await load("@typespec/compiler");
// The emitter looks for examples of a parameter called `constructor` in a plain object, and finds the class with its length.
Object.defineProperty(Object, "length", { value: 0 });
const problems = {};
const versions = ["3.0", "3.1", "3.2"];

async function compileAll() {
  const { getOpenAPI3 } = await load("@typespec/openapi3");
  const specs = join(root, "specs");
  for (const main of [...files(specs, (name) => name.endsWith(".tsp") && name !== "client.tsp")].sort()) {
    if (basename(main) !== "main.tsp" && !/^@service\b/m.test(readFileSync(main, "utf8"))) continue;
    const name = relative(specs, dirname(main));
    problems[name] ??= [];
    const program = await compiler.compile(compiler.NodeHost, main, {
      noEmit: true,
      additionalImports: ["@typespec/spector"],
    });
    for (const version of versions) {
      const folder = resolve(out, name, version);
      try {
        const records = await getOpenAPI3(program, { "openapi-versions": [`${version}.0`] });
        for (const record of records) write(folder, name, version, record, basename(main, ".tsp"));
      } catch (problem) {
        problems[name].push(`${version}: ${String(problem).split("\n")[0]}`);
      }
    }
  }
}

function write(folder, name, version, record, file) {
  for (const one of record.versioned ? record.versions : [record]) {
    mkdirSync(folder, { recursive: true });
    const label = [compiler.getNamespaceFullName(record.service.type), one.version].filter(Boolean);
    if (file !== "main") label.unshift(file);
    writeFileSync(join(folder, `${label.join("-")}.json`), JSON.stringify(one.document, null, 1));
    for (const found of one.diagnostics)
      if (found.severity === "error") problems[name].push(`${version}: ${found.code}: ${found.message}`);
  }
}

const plain = (value, config) => {
  if (value === undefined) return undefined;
  if (Buffer.isBuffer(value)) return { $base64: value.toString("base64") };
  if (Array.isArray(value)) return value.map((item) => plain(item, config));
  if (value && typeof value === "object") {
    if (typeof value.check === "function") return plain(value.serialize(config), config);
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => [key, plain(item, config)]),
    );
  }
  return value;
};

async function dump() {
  const { expandDyns } = await load("@typespec/spec-api");
  const config = { baseUrl: "BASE_URL" };
  const body = (given) => {
    if (!given) return null;
    if (given.kind === "multipart")
      return { contentType: given.contentType, parts: plain(given.parts ?? {}, config), files: plain(given.files ?? [], config) };
    if (given.streamChunks)
      return { contentType: given.contentType, raw: plain(Buffer.concat(given.streamChunks.map((c) => Buffer.from(c))), config) };
    const raw = given.rawContent;
    return { contentType: given.contentType, raw: plain(raw && raw.serialize ? raw.serialize(config) : raw, config) };
  };
  const scenarios = [];
  for (const file of [...files(join(root, "dist", "specs"), (name) => name === "mockapi.js")].sort()) {
    const spec = relative(join(root, "dist", "specs"), dirname(file));
    const { Scenarios } = await import(pathToFileURL(file).href);
    for (const [name, scenario] of Object.entries(Scenarios ?? {})) {
      scenarios.push({
        name,
        spec,
        passCondition: scenario.passCondition,
        code: scenario.code,
        apis: scenario.apis.map((api) => ({
          uri: api.uri,
          method: api.method,
          custom: Boolean(api.handler),
          query: plain(expandDyns(api.request?.query ?? {}, config), config),
          headers: plain(expandDyns(api.request?.headers ?? {}, config), config),
          pathParams: plain(api.request?.pathParams ?? {}, config),
          body: body(api.request?.body),
          status: api.response?.status,
          answerHeaders: plain(expandDyns(api.response?.headers ?? {}, config), config),
          answer: body(api.response?.body),
        })),
      });
    }
  }
  return scenarios;
}

mkdirSync(out, { recursive: true });
await compileAll();
writeFileSync(join(out, "compiled.json"), JSON.stringify(problems, null, 1));
writeFileSync(join(out, "scenarios.json"), JSON.stringify(await dump(), null, 1));
