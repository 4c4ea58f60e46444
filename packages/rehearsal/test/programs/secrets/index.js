const pulumi = require("@pulumi/pulumi");
const { Thing, lookup } = require("../echo");

const config = new pulumi.Config();
const apiKey = config.requireSecret("apiKey");
const planted = pulumi.secret("hunter2-planted");
const vault = new Thing("vault", { password: planted, apiKey, tags: { plain: "visible" } });
const reader = new Thing("reader", { from: vault.password, deep: { list: [pulumi.interpolate`pre-${planted}-post`] } });
new Thing("marked", { open: "visible" }, { additionalSecretOutputs: ["computed"] });
const answer = lookup({ key: planted });
planted.apply((value) => console.log(`the password is ${value}`));
pulumi.log.warn("careful with hunter2-planted");
if (config.getBoolean("refuse"))
  new Thing("refused", {
    refuse: pulumi.interpolate`no access with ${planted}; Status=403 Code="Forbidden" Message="the key ${planted} is wrong"`,
  });

exports.password = planted;
exports.readerFrom = reader.from;
exports.found = answer.found;
exports.settings = config.requireSecretObject("settings");
exports.mixed = { open: "visible", closed: planted };
