/** Where something stands in a definition; lint and the editor write it alike. */
export { isObject, type Pointer, pointerText, valueAt, withValueAt } from "~/server/recipes/pointer";
