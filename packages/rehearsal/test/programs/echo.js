const pulumi = require("@pulumi/pulumi");

/** A package of one resource type and one function, as an SDK would offer it. */
class Thing extends pulumi.CustomResource {
  constructor(name, args = {}, opts = {}) {
    super("echo:index:Thing", name, { name: undefined, computed: undefined, ...args }, { version: "1.2.3", ...opts });
  }
  static get(name, id, state, opts) {
    return new Thing(name, state, { ...opts, id });
  }
}

/** A resource of which the cloud knows nothing but its inputs. */
class Stranger extends pulumi.CustomResource {
  constructor(name, args = {}, opts = {}) {
    super(
      "echo:index:Stranger",
      name,
      { name: undefined, endpoint: undefined, ...args },
      { version: "1.2.3", ...opts },
    );
  }
}

class Provider extends pulumi.ProviderResource {
  constructor(name, args, opts) {
    super("echo", name, args, { version: "1.2.3", ...opts });
  }
}

class Group extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("test:index:Group", name, args, opts);
  }
}

const lookup = (args, opts = {}) =>
  pulumi.runtime.invokeOutput("echo:index:lookup", args, { version: "1.2.3", ...opts });

const guess = (args, opts = {}) => pulumi.runtime.invokeOutput("echo:index:guess", args, { version: "1.2.3", ...opts });

module.exports = { Thing, Stranger, guess, Provider, Group, lookup };
