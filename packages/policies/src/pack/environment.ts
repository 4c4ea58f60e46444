/** What the engine tells a pack through its environment (pulumi/pulumi: constructEnv in analyzer_plugin.go). */
export interface PackEnvironment {
  /** The project's name. */
  project: string | undefined;
  /** The stack's name, without organisation and project. */
  stack: string | undefined;
  /** The program's configuration: `claims-assistant:ring` to `prod`. */
  config: Readonly<Record<string, string>>;
  /** Folders from which the project's own folder may be found, the likeliest first. */
  folders: readonly string[];
}

/**
 * Reads it. The folders are the root that some hosts name, where the user ran the CLI, and the pack's own, which may lie
 * in the project.
 */
export function readEnvironment(env: NodeJS.ProcessEnv, workingDirectory: string): PackEnvironment {
  const stack = env.PULUMI_STACK ?? env.PULUMI_NODEJS_STACK;
  return {
    project: env.PULUMI_PROJECT ?? env.PULUMI_NODEJS_PROJECT,
    stack: stack?.slice(stack.lastIndexOf("/") + 1),
    config: programConfig(env.PULUMI_CONFIG),
    folders: [env.PULUMI_ROOT_DIRECTORY, env.PWD, env.INIT_CWD, workingDirectory].filter(
      (folder): folder is string => folder !== undefined && folder !== "",
    ),
  };
}

function programConfig(text: string | undefined): Record<string, string> {
  if (text === undefined || text === "") return {};
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, string>) : {};
  } catch {
    return {};
  }
}
