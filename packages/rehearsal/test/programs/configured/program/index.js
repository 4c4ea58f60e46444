const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../../echo");

const config = new pulumi.Config();
new Thing("all", {
  size: config.requireNumber("size"),
  enabled: config.requireBoolean("enabled"),
  regions: config.requireObject("regions"),
  password: config.requireSecret("password"),
  region: config.require("region"),
  short: config.require("short"),
  flag: config.requireBoolean("flag"),
  ratio: config.requireNumber("ratio"),
  object: config.requireObject("object"),
  other: new pulumi.Config("other").require("thing"),
  project: pulumi.getProject(),
  stack: pulumi.getStack(),
  organization: pulumi.getOrganization(),
  dryRun: pulumi.runtime.isDryRun(),
  directory: process.cwd(),
  root: pulumi.runtime.getRootDirectory?.() ?? "",
});
