/** A page drawn by the service. An SVG as an image cannot run anything. */
import { useEffect, useState } from 'react';

interface Props {
  readonly svg: string;
  /** What it is a picture of. */
  readonly alt: string;
}

export function DrawnPage({ svg, alt }: Props) {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address ? <img src={address} alt={alt} /> : null;
}
