// How the characters of a text file are written as bytes, by the names that sources files have for it.

/** `utf-16` is the one of Windows, smaller byte first, unless the file's own mark says otherwise. */
export const ENCODINGS = ['utf-8', 'utf-16', 'utf-16-big-endian', 'windows-1252'] as const;
export type Encoding = (typeof ENCODINGS)[number];
