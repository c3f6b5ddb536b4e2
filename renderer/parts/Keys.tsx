/** Keys shown beside what they do. */
export function Keys({ keys, does }: { readonly keys: readonly string[]; readonly does: string }) {
  return (
    <span className="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
      <span>{does}</span>
    </span>
  );
}
