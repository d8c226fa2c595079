/** Where something stands in a definition; lint and the editor write it alike. */
export {
  inputPath,
  isObject,
  type Pointer,
  pointerText,
  valueAt,
  withValueAt,
} from "~/server/recipes/pointer";
