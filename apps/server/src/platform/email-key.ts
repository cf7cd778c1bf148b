/** What an address is looked up by: trimmed, one form per letter (NFKC), lower case. The address itself is kept as typed. */
export const emailKey = (email: string): string => email.trim().normalize('NFKC').toLowerCase()
