const names = {
  'member-service': '会员 Members', 'marketing-service': '营销 Marketing', 'order-service': '订单 Orders',
  'inventory-service': '库存 Inventory', 'booking-service': '预约 Booking', 'analytics-service': '分析 Analytics',
};

async function show() {
  const list = document.getElementById('parts');
  try {
    const parts = await (await fetch('/status')).json();
    list.replaceChildren(...parts.map(part => {
      const item = document.createElement('li');
      item.className = part.up ? 'up' : 'down';
      item.textContent = names[part.service] ?? part.service;
      const routes = document.createElement('small');
      routes.textContent = part.up ? `${part.routes} 个接口` : '未响应 · does not answer';
      item.append(routes);
      return item;
    }));
  } catch (error) {
    list.textContent = '网关未响应 · the gateway does not answer: ' + error.message;
  }
}

show();
setInterval(show, 5000);
