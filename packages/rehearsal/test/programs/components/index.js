const pulumi = require("@pulumi/pulumi");
const { Thing, Provider, Group, lookup } = require("../echo");

const network = new Thing("network", { name: "vnet", cidr: "10.0.0.0/16" });

class Site extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("test:index:Site", name, args, opts);
    const inner = new Group(`${name}-inner`, {}, { parent: this });
    this.server = new Thing(`${name}-server`, { network: args.network, size: 2 }, { parent: inner });
    this.address = this.server.computed;
    this.registerOutputs({ address: this.address });
  }
}

const site = new Site("site", { network: network.computed, labels: { team: "claims" } }, { protect: true });
const west = new Provider("west", { region: "west" });
new Thing(
  "backup",
  { source: site.address, nested: { list: [network.computed, "plain"] } },
  {
    provider: west,
    dependsOn: [site],
    deleteBeforeReplace: true,
    customTimeouts: { create: "1h30m" },
    ignoreChanges: ["source"],
  },
);
new Group("many", {}, { providers: { echo: west } });
const found = lookup({ key: network.computed });

exports.address = site.address;
exports.found = found.found;
exports.network = network;
