export const foldText = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll('ё', 'е');
