from neo4j_browser.classic import ClassicBrowser
from dhr_graph.browser_kit.scripts import scripts
def test_x(opened):
    p=opened.page
    p.on('console', lambda m: print('console',m.type,m.text[:300]))
    p.on('pageerror', lambda e: print('pageerror',str(e)[:500]))
    opened.run(scripts()["one-review"].cypher)
    p.wait_for_timeout(15000)
    print(p.locator('svg g.node').count(), p.locator('svg').count(), opened.top.locator('svg g').count())
    p.screenshot(path='/tmp/bk/shots/newest.png')
