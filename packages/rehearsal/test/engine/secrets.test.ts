import { echoCloud } from "./echo-cloud";
import { rehearseProgram } from "./rehearse-program";

describe("secrets", () => {
  test.each([true, false])(
    "never show in the document, whether the provider keeps them (%s) or not",
    async (acceptSecrets) => {
      const options = { config: { refuse: "true" } };
      const { stack, resource } = await rehearseProgram("secrets", options, echoCloud({ acceptSecrets }));
      expect(JSON.stringify(stack)).not.toContain("hunter2-planted");
      expect(JSON.stringify(stack)).not.toContain("Placeholder-apiKey-1");
      expect(resource("vault").inputs).toMatchObject({
        password: "[secret]",
        apiKey: "[secret]",
        tags: { plain: "visible" },
      });
      expect(resource("vault").outputs).toMatchObject({
        password: "[secret]",
        apiKey: "[secret]",
        computed: "computed-vault",
      });
      expect(resource("reader").inputs).toMatchObject({ from: "[secret]", deep: { list: ["[secret]"] } });
      expect(resource("marked").outputs).toMatchObject({ open: "visible", computed: "[secret]" });
      expect(stack.outputs).toEqual({
        password: "[secret]",
        readerFrom: "[secret]",
        found: "[secret]",
        settings: "[secret]",
        mixed: { open: "visible", closed: "[secret]" },
      });
      expect(stack.refusals).toEqual([
        {
          urn: "urn:pulumi:dev::secrets::echo:index:Thing::refused",
          code: "Forbidden",
          status: 403,
          message: "the key [secret] is wrong",
        },
      ]);
      expect(stack.log).toContainEqual({ severity: "info", message: "the password is [secret]" });
      expect(stack.log).toContainEqual({ severity: "warning", message: "careful with [secret]" });
    },
  );

  test("that the stack encrypts become placeholders, and it says so", async () => {
    const { stack, cloud } = await rehearseProgram("secrets", {}, echoCloud({ acceptSecrets: false }));
    const created = cloud.calls.find(({ method, urn }) => method === "create" && urn.endsWith("::vault"));
    expect(created?.values).toMatchObject({ apiKey: "Placeholder-apiKey-1", password: "hunter2-planted" });
    expect(stack.notes).toEqual([
      "Encrypted config values became placeholder secrets: secrets:apiKey, secrets:settings. --config key=value gives them a value.",
    ]);
  });

  test("given on the command line are secrets where the stack's file says so", async () => {
    const options = { config: { apiKey: "from-the-command-line" } };
    const { stack, cloud } = await rehearseProgram("secrets", options, echoCloud({ acceptSecrets: false }));
    const created = cloud.calls.find(({ method, urn }) => method === "create" && urn.endsWith("::vault"));
    expect(created?.values.apiKey).toBe("from-the-command-line");
    expect(JSON.stringify(stack)).not.toContain("from-the-command-line");
  });
});
