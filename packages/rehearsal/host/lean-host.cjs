/**
 * Loaded into Pulumi's own Node host before a compiled program (`typescript: false`): spares it mapping, through source
 * maps, the stack trace that the SDK takes of every promise, which costs a quarter of a small program's time. Its
 * traces then name the JavaScript that runs. Everything else of the host is untouched.
 */
const Module = require("node:module");

const host = /[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]run[\\/]index\.js$/;

const load = Module._load;
Module._load = function (request, parent, ...rest) {
  if (request === "source-map-support/register" && parent && host.test(parent.filename)) return {};
  return load.call(this, request, parent, ...rest);
};
