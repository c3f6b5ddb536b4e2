/** What Vite makes of files that are not code. */
declare module '*.css';
declare module '*.png' {
  const address: string;
  export default address;
}
