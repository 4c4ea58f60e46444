/** Preloaded into a process of the jobs: what the image does not have cannot be found. */
const { registerHooks } = require("node:module");
const { realpathSync } = require("node:fs");
const { fileURLToPath } = require("node:url");

const allowed = JSON.parse(process.env.ALLOWED_FOLDERS);

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context);
    if (!found.url.startsWith("file:")) return found;
    const file = realpathSync(fileURLToPath(found.url));
    if (allowed.some((folder) => file.startsWith(folder))) return found;
    const error = new Error(`not in the image: ${file}, which ${context.parentURL} asks for`);
    throw Object.assign(error, { code: "MODULE_NOT_FOUND" });
  },
});
