const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../echo");

/** A component whose children its package's own process registers, such as a Helm chart. */
class Chart extends pulumi.ComponentResource {
  constructor(name, args, opts) {
    super("charts:index:Chart", name, { ...args, children: undefined }, opts, true);
  }
}

const registry = new Thing("registry", {});
const chart = new Chart("chart", { image: registry.computed, replicas: 2 });
new Thing("after", { replicas: chart.replicas, children: chart.children }, { dependsOn: chart });

exports.image = chart.image;
exports.replicas = chart.replicas;
