/** The Government Analysis Function's colours for charts, and lighter ones for a dark window. */
const LIGHT = ['#12436d', '#28a197', '#801650', '#f46a25', '#3d3d3d', '#a285d1', '#2073bc', '#6bacc1'];
const DARK = ['#6fb1e4', '#4fd1c5', '#e08fc0', '#f9a57a', '#cfcfcf', '#c3aef0', '#9bd0f5', '#8fd3e8'];

export const colours = (dark: boolean): readonly string[] => (dark ? DARK : LIGHT);
