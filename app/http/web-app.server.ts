export function createWebApp() {}
