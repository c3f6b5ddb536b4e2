/** What a remembered correction of a row's or column's label says, beside the codes of tables and categories. */

/** The label is a line of its table, named as the definition names it: `item:No. of children`. */
export const TAUGHT_ITEM = 'item:';

/** The numbers of the line are no figures of the table. */
export const TAUGHT_ASIDE = 'aside';
