import { join } from "node:path";
import { examples, typescriptOf } from "@ringfence/policies/examples";
import { compile, type Snippet } from "./compile-snippets";

const folder = join(__dirname, "../../packages/policies");

function snippets(): Snippet[] {
  return Object.entries(examples).flatMap(([id, { bad, good }]) =>
    Object.entries({ bad, good }).map(([kind, resources]) => ({
      at: `${id}, ${kind}`,
      file: join(folder, `${id}-${kind}.ts`),
      text: `${typescriptOf(resources)}\nexport {};\n`,
    })),
  );
}

test("every example on a rule's page compiles against azure-native", () => {
  expect(compile(snippets())).toEqual([]);
}, 300_000);

test("an example with a property that Azure does not have does not compile", () => {
  const mistaken = { type: "keyvault:Vault", name: "claims", args: { resourceGroupName: "rg", softDelete: true } };
  const file = join(folder, "mistaken.ts");
  expect(compile([{ at: "here", file, text: typescriptOf([mistaken]) }]).join()).toContain(
    "'softDelete' does not exist",
  );
}, 300_000);
