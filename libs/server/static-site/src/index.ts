export { securityHeaders } from './security-headers';
export { staticSite, type StaticSiteOptions } from './static-site';
