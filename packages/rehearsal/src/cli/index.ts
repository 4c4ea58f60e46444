import { commandLine } from "./command-line";
import { endWith } from "./ending";

commandLine().parseAsync().catch(endWith);
