const services = ['member', 'marketing', 'order', 'inventory', 'booking', 'analytics'];
SwaggerUIBundle({
  dom_id: '#ui',
  urls: services.map(name => ({ name: name + '-service', url: `/docs/${name}-service/openapi.yaml` })),
  presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
  layout: 'StandaloneLayout',
  docExpansion: 'none',
});
