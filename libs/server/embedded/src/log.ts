/** Takes one line of progress, made for people to read. */
export type Log = (line: string) => void;
