import { RoleName, roleDefinitionId } from "@ringfence/core/roles";
import { assignRole } from "../../src/roles/assign-role";
import { recordResources } from "../recorded-resources";

const UUID_V5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function assign(name: string, seed?: string) {
  return assignRole(
    name,
    { scope: "/scope", role: RoleName.Reader, principalId: "someone", principalType: "ServicePrincipal", seed },
    {},
  );
}

async function assignmentNames(program: () => unknown, stack = "prod"): Promise<unknown[]> {
  const { resources } = await recordResources(program, { stack });
  return resources.map((resource) => resource.inputs.roleAssignmentName);
}

test("an assignment names scope, role, principal and the principal's kind", async () => {
  const { resources } = await recordResources(() => void assign("caller"));
  expect(resources).toHaveLength(1);
  expect(resources[0]).toMatchObject({
    type: "azure-native:authorization:RoleAssignment",
    name: "caller",
    deleteBeforeReplace: true,
    inputs: {
      scope: "/scope",
      roleDefinitionId: roleDefinitionId(RoleName.Reader),
      principalId: "someone",
      principalType: "ServicePrincipal",
      roleAssignmentName: expect.stringMatching(UUID_V5),
    },
  });
});

test("an assignment's name is the same at every deployment and differs by name, seed and stack", async () => {
  const program = () => {
    assign("caller");
    assign("caller-two");
    assign("caller-three", "a");
    assign("caller-four", "b");
  };
  const first = await assignmentNames(program);
  expect(await assignmentNames(program)).toEqual(first);
  const other = await assignmentNames(program, "test");
  expect(new Set([...first, ...other]).size).toBe(8);
});
