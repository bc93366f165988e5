// The mock server of TypeSpec Spector, which refuses what a scenario does not expect.
//
//   node spector_server.mjs PORT PACKAGE...     in the folder that has node_modules
//
// It is put together here because the command of the package asks git for a commit, to say what was covered. Prints a line once it listens.
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const [port, ...packages] = process.argv.slice(2);
const modules = join(process.cwd(), "node_modules");
const load = (path) => import(pathToFileURL(join(modules, "@typespec/spector/dist/src", path)).href);
const { MockApiApp } = await load("app/app.js");
const { loadScenarioMockApis } = await load("scenarios-resolver.js");

const app = new MockApiApp({ port: Number(port), scenarioPath: [], coverageFile: "" });
app.resolverConfig = { baseUrl: `http://localhost:${port}` };
app.coverageTracker = { trackEndpointResponse: async () => {} };
for (const name of packages)
  for (const [scenario, definition] of Object.entries(await loadScenarioMockApis(join(modules, name, "specs"))))
    app.registerScenario(scenario, definition);
app.server.use("/", app.router);
await app.server.start();
console.log("listening");
