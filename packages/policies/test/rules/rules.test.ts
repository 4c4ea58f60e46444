import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { preview, rules, secrets, tags } from "@ringfence/policies/rules";

const folders = { preview, secrets, tags };

test("ids are unique and written as ids, titles are sentences without a full stop", () => {
  const ids = rules.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, title, fix, why } of rules) {
    expect(id).toMatch(/^[a-z][a-z0-9-]+$/);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    for (const sentence of [fix, why]) expect(sentence).toMatch(/^[A-Z].*\.$/);
  }
});

test("the rows of the rule list that are covered, and by which rule", () => {
  const covered = rules.flatMap(({ id, covers }) => covers.map((row) => [row, id]));
  expect(Object.fromEntries(covered)).toEqual({
    CKV_AZURE_41: "secret-expires",
    "AzurePolicy-342e8053-secret-validity": "secret-validity-period",
    "AzurePolicy-b0eb591a-secret-near-expiry": "secret-not-near-expiry",
    CKV_AZURE_114: "secret-content-type",
    "AzurePolicy-e8d99835-secret-age": "secret-age",
    "Azure.KeyVault.AutoRotationPolicy": "key-auto-rotation",
    "AzurePolicy-d8cf8476-key-rotation-days": "key-rotation-days",
    "AzurePolicy-152b15f7-key-expiration": "key-expires",
    CKV_AZURE_112: "key-in-hsm",
    "AzurePolicy-c26e4b24-key-age": "key-age",
    "AzurePolicy-49a22571-key-validity": "key-validity-period",
    "AzurePolicy-82067dbb-rsa-key-size": "rsa-key-size",
    "Azure.Resource.RequiredTags": "required-tags",
    "required-tag-empty-value": "required-tags-not-empty",
    "Azure.Group.RequiredTags": "resource-group-required-tags",
    "AzurePolicy-cd3aa116-inherit-tag": "tags-as-resource-group",
    "preview-api-in-prod": "no-preview-api",
    "model-preview-in-prod": "no-preview-models",
    "preview-feature-registration": "no-preview-feature-registrations",
    "opaque-arm-escape-hatch": "opaque-azure-resource",
  });
});

test("every setting has a default and says what it decides", () => {
  for (const { config } of rules)
    for (const property of Object.values(config)) {
      expect(property.default).toBeDefined();
      expect(property.description.length).toBeGreaterThan(10);
    }
});

test.each(Object.entries(folders))("every rule of %s is named in its folder's tests", (folder, exported) => {
  const tests = join(__dirname, folder);
  const text = readdirSync(tests)
    .map((file) => readFileSync(join(tests, file), "utf8"))
    .join("\n");
  for (const name of Object.keys(exported)) expect(text).toContain(`${folder}.${name}`);
});
