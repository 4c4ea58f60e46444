import type { RehearsedResource } from "@ringfence/rehearsal/document";

/** A Container Apps job as it is deployed. */
export interface JobDefinition {
  readonly id: string;
  readonly name: string;
  /** The program and its arguments. */
  readonly command: readonly string[];
  readonly trigger: "Schedule" | "Event" | "Manual";
  readonly cron?: string;
  readonly variables: Readonly<Record<string, string>>;
}

interface JobOutputs {
  readonly name: string;
  readonly configuration: {
    readonly triggerType: JobDefinition["trigger"];
    readonly scheduleTriggerConfig?: { readonly cronExpression: string };
  };
  readonly template: {
    readonly containers: readonly {
      readonly command: readonly string[];
      readonly args?: readonly string[];
      readonly env: readonly { readonly name: string; readonly value: string }[];
    }[];
  };
}

/** Every job among the resources of a rehearsed deployment. */
export function jobDefinitions(resources: readonly RehearsedResource[]): JobDefinition[] {
  return resources
    .filter(({ type }) => type === "azure-native:app:Job")
    .map(({ id = "", inputs, outputs }) => {
      const { name, configuration, template } = { ...inputs, ...outputs } as unknown as JobOutputs;
      const [container] = template.containers;
      if (container === undefined) throw new Error(`${name} has no container`);
      return {
        id,
        name,
        command: [...container.command, ...(container.args ?? [])],
        trigger: configuration.triggerType,
        cron: configuration.scheduleTriggerConfig?.cronExpression,
        variables: Object.fromEntries(container.env.map((each) => [each.name, each.value])),
      };
    });
}
