const pulumi = require("@pulumi/pulumi");
const { Thing } = require("../echo");

const existing = Thing.get("existing", "/echo/there");
new Thing("user", { of: existing.computed });
new Thing("imported", { name: "old" }, { import: "/echo/missing-old" });
if (new pulumi.Config().getBoolean("missing")) Thing.get("gone", "/echo/missing");
exports.id = existing.id;
