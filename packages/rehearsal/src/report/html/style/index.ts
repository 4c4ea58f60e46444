import { layout } from "./layout";
import { lists } from "./lists";
import { print } from "./print";
import { tables } from "./tables";
import { theme } from "./theme";

/** The page's whole style. */
export const stylesheet: string = [theme, layout, lists, tables, print].join("\n");
