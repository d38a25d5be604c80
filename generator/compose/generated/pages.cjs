// Made by `npm run generate` from platform/templates/. Do not edit.
exports.maintenance = {"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "<!doctype html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n<meta name='viewport' content='width=device-width, initial-scale=1'>\n<meta name='robots' content='noindex'>\n<title>"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":7,"column":9},"end":{"line":7,"column":13}} ), depth0)) != null ? stack1 : "")
    + ": not available right now</title>\n<style>\n:root { color-scheme: light dark; --ink: #1b2733; --soft: #50606f; --card: #fff; --page: #eef2f5; --mark: #0f6b8a; }\n@media (prefers-color-scheme: dark) {\n:root { --ink: #e8eef3; --soft: #a9b7c3; --card: #1a242d; --page: #10171d; --mark: #63c1de; }\n}\n* { box-sizing: border-box; }\nbody { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1.5rem; background: var(--page); color: var(--ink); font: 1.0625rem/1.6 system-ui, sans-serif; }\nmain { width: 100%; max-width: 34rem; padding: 2.5rem 2rem; background: var(--card); border-top: 4px solid var(--mark); border-radius: 8px; box-shadow: 0 8px 30px rgb(0 0 0 / 12%); }\np { margin: 1rem 0 0; color: var(--soft); }\np:first-child { margin: 0; color: var(--mark); font-weight: 600; overflow-wrap: anywhere; }\nh1 { margin: .5rem 0 0; font-size: 1.625rem; line-height: 1.25; text-wrap: balance; }\n</style>\n</head>\n<body>\n<main>\n<p>"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":23,"column":5},"end":{"line":23,"column":9}} ), depth0)) != null ? stack1 : "")
    + "</p>\n<h1>We are not available online right now</h1>\n<p>This service is paused for the time being. What you have entered so far is kept as it is.</p>\n<p>Please come back later. If it is urgent, call or write to your insurer.</p>\n</main>\n</body>\n</html>\n";
},"useData":true};
exports.runbook = {"0":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "## The database holds what it should not, or is gone\n\n`kubectl` has a context for each cluster, called like it. Keep one shell open until the end; it needs these:\n\n```sh\nready() { until aws rds wait db-instance-available --region \"$1\" --db-instance-identifier \"$2\"; do sleep 15; done; }\nnumber() { aws rds describe-db-instances --region \"$1\" --db-instance-identifier \"$2\" --query 'DBInstances[0].DbiResourceId' --output text; }\ncall() { aws rds modify-db-instance --region \"$1\" --db-instance-identifier \"$2\" --new-db-instance-identifier \"$3\" --apply-immediately > /dev/null && ready \"$1\" \"$3\"; }\npause() { kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":51,"column":47},"end":{"line":51,"column":56}} ), depth0)) != null ? stack1 : "")
    + " annotate --overwrite \"$2\" crossplane.io/paused=true; }\ngo() { kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":52,"column":44},"end":{"line":52,"column":53}} ), depth0)) != null ? stack1 : "")
    + " annotate \"$2\" crossplane.io/paused-; }\nremember() { kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":53,"column":50},"end":{"line":53,"column":59}} ), depth0)) != null ? stack1 : "")
    + " patch \"$2\" --subresource=status --type=merge --patch '{\"status\": {\"resourceId\": \"'\"$3\"'\"} }'; }\nforget() { kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":54,"column":48},"end":{"line":54,"column":57}} ), depth0)) != null ? stack1 : "")
    + " patch \"$2\" --subresource=status --type=json --patch '[{\"op\": \"remove\", \"path\": \"/status/resourceId\"}]'; }\n```\n\n1. Let Crossplane look away. Where the database is gone, it makes an empty one of the same name otherwise; it may have done so already.\n   ```sh\n   pause "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":59,"column":11},"end":{"line":59,"column":18}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":59,"column":23},"end":{"line":59,"column":29}} ), depth0)) != null ? stack1 : "")
    + "/database\n   pause "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":60,"column":11},"end":{"line":60,"column":18}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":60,"column":23},"end":{"line":60,"column":32}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":60,"column":37},"end":{"line":60,"column":43}} ), depth0)) != null ? stack1 : "")
    + "\n   ```\n2. Stop what writes: `tenantry suspend "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":62,"column":41},"end":{"line":62,"column":43}} ), depth0)) != null ? stack1 : "")
    + "`, merge it, and see that no pod is left in `"
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":62,"column":92},"end":{"line":62,"column":101}} ), depth0)) != null ? stack1 : "")
    + "`.\n3. Find the database that held the data, and the moment before the fault. `active` is one that is there, `retained` one that is gone; the id begins with `db-`.\n   ```sh\n   aws rds describe-db-instance-automated-backups --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":65,"column":61},"end":{"line":65,"column":67}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":65,"column":97},"end":{"line":65,"column":105}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --query 'DBInstanceAutomatedBackups[].[DbiResourceId,Status,RestoreWindow.EarliestTime,RestoreWindow.LatestTime]' --output text\n   ```\n4. Restore beside it. Left out, RDS takes groups and subnets of its own that let nobody in. How long it takes grows with the storage.\n   ```sh\n   group=$(kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":70,"column":31},"end":{"line":70,"column":38}} ), depth0)) != null ? stack1 : "")
    + " --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":70,"column":55},"end":{"line":70,"column":64}} ), depth0)) != null ? stack1 : "")
    + " get networkclaims.tenantry.dev network --output jsonpath='{.status.securityGroups.database}')\n   aws rds restore-db-instance-to-point-in-time --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":71,"column":59},"end":{"line":71,"column":65}} ), depth0)) != null ? stack1 : "")
    + " --source-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":71,"column":102},"end":{"line":71,"column":110}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --target-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":72,"column":39},"end":{"line":72,"column":47}} ), depth0)) != null ? stack1 : "")
    + "-restored --restore-time MOMENT "
    + ((stack1 = alias2(alias1(depth0, "settings", {"start":{"line":72,"column":83},"end":{"line":72,"column":91}} ), depth0)) != null ? stack1 : "")
    + "\n   ready "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":73,"column":11},"end":{"line":73,"column":17}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":73,"column":22},"end":{"line":73,"column":30}} ), depth0)) != null ? stack1 : "")
    + "-restored\n   ```\n   Is it gone, `--source-dbi-resource-id ID` stands in place of `--source-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":75,"column":99},"end":{"line":75,"column":107}} ), depth0)) != null ? stack1 : "")
    + "`.\n   Further back than "
    + ((stack1 = alias2(alias1(depth0, "backupDays", {"start":{"line":76,"column":23},"end":{"line":76,"column":33}} ), depth0)) != null ? stack1 : "")
    + " days, take a snapshot of the vault. Its identifier is what follows `snapshot:` in its ARN.\n   ```sh\n   aws backup list-recovery-points-by-backup-vault --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":78,"column":62},"end":{"line":78,"column":68}} ), depth0)) != null ? stack1 : "")
    + " --backup-vault-name "
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":78,"column":93},"end":{"line":78,"column":98}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --query 'RecoveryPoints[].[CreationDate,RecoveryPointArn]' --output text\n   aws rds restore-db-instance-from-db-snapshot --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":80,"column":59},"end":{"line":80,"column":65}} ), depth0)) != null ? stack1 : "")
    + " --db-snapshot-identifier SNAPSHOT \\\n     --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":81,"column":32},"end":{"line":81,"column":40}} ), depth0)) != null ? stack1 : "")
    + "-restored "
    + ((stack1 = alias2(alias1(depth0, "settings", {"start":{"line":81,"column":54},"end":{"line":81,"column":62}} ), depth0)) != null ? stack1 : "")
    + "\n   ready "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":82,"column":11},"end":{"line":82,"column":17}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":82,"column":22},"end":{"line":82,"column":30}} ), depth0)) != null ? stack1 : "")
    + "-restored\n   ```\n5. What a restore does not take along. Left to Crossplane, it would wait for the next maintenance window.\n   ```sh\n   kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":86,"column":23},"end":{"line":86,"column":30}} ), depth0)) != null ? stack1 : "")
    + " --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":86,"column":47},"end":{"line":86,"column":56}} ), depth0)) != null ? stack1 : "")
    + " get secret database-owner --output jsonpath='{.data.password}' | base64 --decode |\n     aws rds modify-db-instance --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":87,"column":43},"end":{"line":87,"column":49}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":87,"column":79},"end":{"line":87,"column":87}} ), depth0)) != null ? stack1 : "")
    + "-restored --apply-immediately \\\n       --backup-retention-period "
    + ((stack1 = alias2(alias1(depth0, "backupDays", {"start":{"line":88,"column":35},"end":{"line":88,"column":45}} ), depth0)) != null ? stack1 : "")
    + " --preferred-backup-window "
    + ((stack1 = alias2(alias1(depth0, "backupWindow", {"start":{"line":88,"column":76},"end":{"line":88,"column":88}} ), depth0)) != null ? stack1 : "")
    + " --preferred-maintenance-window "
    + ((stack1 = alias2(alias1(depth0, "maintenanceWindow", {"start":{"line":88,"column":124},"end":{"line":88,"column":141}} ), depth0)) != null ? stack1 : "")
    + " \\\n       --ca-certificate-identifier "
    + ((stack1 = alias2(alias1(depth0, "certificateAuthority", {"start":{"line":89,"column":37},"end":{"line":89,"column":57}} ), depth0)) != null ? stack1 : "")
    + " --master-user-password file:///dev/stdin\n   sleep 60\n   ready "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":91,"column":11},"end":{"line":91,"column":17}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":91,"column":22},"end":{"line":91,"column":30}} ), depth0)) != null ? stack1 : "")
    + "-restored\n   ```\n6. Compare the two. What is missing in the restored one, the owner decides about.\n7. Let them change names. The id is read first, while no name can be mistaken. Is no database called `"
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":94,"column":104},"end":{"line":94,"column":112}} ), depth0)) != null ? stack1 : "")
    + "` any more, leave the first `call` out.\n   ```sh\n   restored=$(number "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":96,"column":23},"end":{"line":96,"column":29}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":96,"column":34},"end":{"line":96,"column":42}} ), depth0)) != null ? stack1 : "")
    + "-restored)\n   call "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":97,"column":10},"end":{"line":97,"column":16}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":97,"column":21},"end":{"line":97,"column":29}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":97,"column":34},"end":{"line":97,"column":42}} ), depth0)) != null ? stack1 : "")
    + "-lost\n   call "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":98,"column":10},"end":{"line":98,"column":16}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":98,"column":21},"end":{"line":98,"column":29}} ), depth0)) != null ? stack1 : "")
    + "-restored "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":98,"column":43},"end":{"line":98,"column":51}} ), depth0)) != null ? stack1 : "")
    + "\n   [ -n \"$restored\" ] && [ \"$(number "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":99,"column":39},"end":{"line":99,"column":45}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":99,"column":50},"end":{"line":99,"column":58}} ), depth0)) != null ? stack1 : "")
    + ")\" = \"$restored\" ] && echo right || echo WRONG: go no further\n   ```\n8. Tell Crossplane, which knows an instance by its id, and whose claim remembers it. Its provider remembers the old one for as long as it runs, so it starts anew before it looks again.\n   ```sh\n   kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":103,"column":23},"end":{"line":103,"column":30}} ), depth0)) != null ? stack1 : "")
    + " --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":103,"column":47},"end":{"line":103,"column":56}} ), depth0)) != null ? stack1 : "")
    + " annotate --overwrite "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":103,"column":82},"end":{"line":103,"column":91}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":103,"column":96},"end":{"line":103,"column":102}} ), depth0)) != null ? stack1 : "")
    + " crossplane.io/external-name=\"$restored\"\n   kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":104,"column":23},"end":{"line":104,"column":30}} ), depth0)) != null ? stack1 : "")
    + " --namespace crossplane-system delete pod --selector app.kubernetes.io/name=provider-aws-rds\n   kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":105,"column":23},"end":{"line":105,"column":30}} ), depth0)) != null ? stack1 : "")
    + " --namespace crossplane-system wait pod --for=condition=Ready --selector app.kubernetes.io/name=provider-aws-rds --timeout=10m\n   go "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":106,"column":8},"end":{"line":106,"column":15}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":106,"column":20},"end":{"line":106,"column":29}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":106,"column":34},"end":{"line":106,"column":40}} ), depth0)) != null ? stack1 : "")
    + "\n   kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":107,"column":23},"end":{"line":107,"column":30}} ), depth0)) != null ? stack1 : "")
    + " --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":107,"column":47},"end":{"line":107,"column":56}} ), depth0)) != null ? stack1 : "")
    + " wait --for=jsonpath='{.status.atProvider.resourceId}'=\"$restored\" --timeout=10m "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":107,"column":141},"end":{"line":107,"column":150}} ), depth0)) != null ? stack1 : "")
    + "/"
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":107,"column":155},"end":{"line":107,"column":161}} ), depth0)) != null ? stack1 : "")
    + "\n   remember "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":108,"column":14},"end":{"line":108,"column":21}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":108,"column":26},"end":{"line":108,"column":32}} ), depth0)) != null ? stack1 : "")
    + "/database \"$restored\"\n   go "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":109,"column":8},"end":{"line":109,"column":15}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":109,"column":20},"end":{"line":109,"column":26}} ), depth0)) != null ? stack1 : "")
    + "/database\n   ```\n9. `tenantry resume "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":111,"column":22},"end":{"line":111,"column":24}} ), depth0)) != null ? stack1 : "")
    + "`, merge it, and see that the services write.\n"
    + ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"replicas"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":112,"column":0},"end":{"line":141,"column":7}}})) != null ? stack1 : "")
    + "11. Whatever is called `-lost` stays, protected from deletion, until somebody has compared the two and signed for it.\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "10. A replica follows the instance, not its name: each still follows `"
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":113,"column":72},"end":{"line":113,"column":80}} ), depth0)) != null ? stack1 : "")
    + "-lost`, and its lag says nothing. **Until this is done there is no failover.** Each gets another name, and Crossplane makes a new one of the right database. Nothing is deleted in RDS: the objects may not. Is a replica gone too, leave its `call` out.\n    ```sh\n    remake() {\n      pause \"$1\" "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":116,"column":19},"end":{"line":116,"column":25}} ), depth0)) != null ? stack1 : "")
    + "/\"$3\" && pause \"$1\" "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":116,"column":49},"end":{"line":116,"column":58}} ), depth0)) != null ? stack1 : "")
    + "/\"$3-instance\" && call \"$2\" \"$4\" \"$4-lost\" &&\n        kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":117,"column":45},"end":{"line":117,"column":54}} ), depth0)) != null ? stack1 : "")
    + " delete --ignore-not-found usages.protection.crossplane.io \"$3-instance-guard\" &&\n        kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":118,"column":45},"end":{"line":118,"column":54}} ), depth0)) != null ? stack1 : "")
    + " delete --wait=false "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":118,"column":79},"end":{"line":118,"column":88}} ), depth0)) != null ? stack1 : "")
    + " \"$3-instance\" &&\n        go \"$1\" "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":119,"column":18},"end":{"line":119,"column":27}} ), depth0)) != null ? stack1 : "")
    + "/\"$3-instance\" &&\n        kubectl --context \"$1\" --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":120,"column":45},"end":{"line":120,"column":54}} ), depth0)) != null ? stack1 : "")
    + " wait --for=delete "
    + ((stack1 = alias2(alias1(depth0, "instances", {"start":{"line":120,"column":77},"end":{"line":120,"column":86}} ), depth0)) != null ? stack1 : "")
    + "/\"$3-instance\" --timeout=10m &&\n        forget \"$1\" "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":121,"column":22},"end":{"line":121,"column":28}} ), depth0)) != null ? stack1 : "")
    + "/\"$3\" && go \"$1\" "
    + ((stack1 = alias2(alias1(depth0, "claims", {"start":{"line":121,"column":49},"end":{"line":121,"column":55}} ), depth0)) != null ? stack1 : "")
    + "/\"$3\" && ready \"$2\" \"$4\"\n    }\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"replicas"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":123,"column":0},"end":{"line":125,"column":9}}})) != null ? stack1 : "")
    + "    aws rds describe-db-instances --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":126,"column":45},"end":{"line":126,"column":51}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":126,"column":81},"end":{"line":126,"column":89}} ), depth0)) != null ? stack1 : "")
    + " --query 'DBInstances[0].ReadReplicaDBInstanceIdentifiers'\n    ```\n    The last line names every one of them. Wait until the lag of each is 0 (CloudWatch, `ReplicaLag`).\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "    remake "
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":124,"column":13},"end":{"line":124,"column":20}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":124,"column":25},"end":{"line":124,"column":31}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "claim", {"start":{"line":124,"column":36},"end":{"line":124,"column":41}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":124,"column":46},"end":{"line":124,"column":50}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"backupsAt"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data,"loc":{"start":{"line":130,"column":0},"end":{"line":140,"column":7}}})) != null ? stack1 : "");
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "10. Copies of backups follow the instance too, so the restored one has none in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":131,"column":81},"end":{"line":131,"column":91}} ), depth0)) != null ? stack1 : "")
    + ". **Until this is done there is no failover.** The object goes, what was copied stays, and Crossplane asks for copies anew.\n    ```sh\n    kubectl --context "
    + ((stack1 = alias2(alias1(depth0, "backupsAt", {"start":{"line":133,"column":24},"end":{"line":133,"column":33}} ), depth0)) != null ? stack1 : "")
    + " --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":133,"column":50},"end":{"line":133,"column":59}} ), depth0)) != null ? stack1 : "")
    + " delete "
    + ((stack1 = alias2(alias1(depth0, "replications", {"start":{"line":133,"column":71},"end":{"line":133,"column":83}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(depth0, "replication", {"start":{"line":133,"column":88},"end":{"line":133,"column":99}} ), depth0)) != null ? stack1 : "")
    + "\n    aws rds describe-db-instance-automated-backups --region "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":134,"column":62},"end":{"line":134,"column":72}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":134,"column":102},"end":{"line":134,"column":110}} ), depth0)) != null ? stack1 : "")
    + " \\\n      --query 'DBInstanceAutomatedBackups[].[DbiResourceId,Status,RestoreWindow.LatestTime]' --output text\n    ```\n    The last line names the restored one, with a time. The lost one's copies end with `aws rds stop-db-instance-automated-backups-replication --region "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":137,"column":153},"end":{"line":137,"column":163}} ), depth0)) != null ? stack1 : "")
    + " --source-db-instance-arn "
    + ((stack1 = alias2(alias1(depth0, "lostArn", {"start":{"line":137,"column":193},"end":{"line":137,"column":200}} ), depth0)) != null ? stack1 : "")
    + "`; what is there stays until its days are over.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "10. Copies of snapshots in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":139,"column":29},"end":{"line":139,"column":39}} ), depth0)) != null ? stack1 : "")
    + " begin with the next snapshot. **Until one is in `"
    + ((stack1 = alias2(alias1(depth0, "copyVault", {"start":{"line":139,"column":93},"end":{"line":139,"column":102}} ), depth0)) != null ? stack1 : "")
    + "`, a failover brings back what was lost.**\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "From `"
    + ((stack1 = alias2(alias1(depth0, "home", {"start":{"line":148,"column":8},"end":{"line":148,"column":12}} ), depth0)) != null ? stack1 : "")
    + "` to `"
    + ((stack1 = alias2(alias1(depth0, "to", {"start":{"line":148,"column":22},"end":{"line":148,"column":24}} ), depth0)) != null ? stack1 : "")
    + "`. `tenantry failover "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":148,"column":50},"end":{"line":148,"column":52}} ), depth0)) != null ? stack1 : "")
    + " --to "
    + ((stack1 = alias2(alias1(depth0, "to", {"start":{"line":148,"column":62},"end":{"line":148,"column":64}} ), depth0)) != null ? stack1 : "")
    + " --dry-run` shows the change of the tree. What is lost when the old region does not come back: "
    + ((stack1 = alias2(alias1(depth0, "loss", {"start":{"line":148,"column":163},"end":{"line":148,"column":167}} ), depth0)) != null ? stack1 : "")
    + ".\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"steps"),{"name":"each","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":150,"column":0},"end":{"line":152,"column":9}}})) != null ? stack1 : "");
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "number", {"start":{"line":151,"column":2},"end":{"line":151,"column":8}} ), depth0)) != null ? stack1 : "")
    + ". "
    + ((stack1 = alias2(alias1(depth0, "text", {"start":{"line":151,"column":14},"end":{"line":151,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"8":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "No cluster stands in another region for it. Its copies in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":154,"column":60},"end":{"line":154,"column":70}} ), depth0)) != null ? stack1 : "")
    + " wait in `"
    + ((stack1 = alias2(alias1(depth0, "copyVault", {"start":{"line":154,"column":84},"end":{"line":154,"column":93}} ), depth0)) != null ? stack1 : "")
    + "` and can be restored there by hand; a cluster comes first.\n";
},"9":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "A legal hold stands since "
    + ((stack1 = container.lambda(container.strict(depth0, "held", {"start":{"line":160,"column":28},"end":{"line":160,"column":32}} ), depth0)) != null ? stack1 : "")
    + ". Nothing is purged and no retention is shortened in git while it does.\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Write `legalHold` into `"
    + ((stack1 = container.lambda(container.strict(depth0, "input", {"start":{"line":162,"column":26},"end":{"line":162,"column":31}} ), depth0)) != null ? stack1 : "")
    + "` and merge it: nothing is purged and no retention shortened from then on.\n";
},"11":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "aws backup create-legal-hold --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":176,"column":40},"end":{"line":176,"column":46}} ), depth0)) != null ? stack1 : "")
    + " --title '"
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":176,"column":60},"end":{"line":176,"column":62}} ), depth0)) != null ? stack1 : "")
    + " CASE' --description WHY --recovery-point-selection '{\"VaultNames\":[\""
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":176,"column":135},"end":{"line":176,"column":140}} ), depth0)) != null ? stack1 : "")
    + "\"]}'\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "# When something of `"
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":1,"column":23},"end":{"line":1,"column":25}} ), depth0)) != null ? stack1 : "")
    + "` is lost\n\n"
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":3,"column":2},"end":{"line":3,"column":6}} ), depth0)) != null ? stack1 : "")
    + ", tier "
    + ((stack1 = alias2(alias1(depth0, "tier", {"start":{"line":3,"column":17},"end":{"line":3,"column":21}} ), depth0)) != null ? stack1 : "")
    + ". Promised: at most "
    + ((stack1 = alias2(alias1(depth0, "rpo", {"start":{"line":3,"column":45},"end":{"line":3,"column":48}} ), depth0)) != null ? stack1 : "")
    + " minutes of work are lost, and it is back within "
    + ((stack1 = alias2(alias1(depth0, "rto", {"start":{"line":3,"column":101},"end":{"line":3,"column":104}} ), depth0)) != null ? stack1 : "")
    + " minutes.\nIts home is `"
    + ((stack1 = alias2(alias1(depth0, "home", {"start":{"line":4,"column":15},"end":{"line":4,"column":19}} ), depth0)) != null ? stack1 : "")
    + "`; this page is about `"
    + ((stack1 = alias2(alias1(depth0, "cluster", {"start":{"line":4,"column":46},"end":{"line":4,"column":53}} ), depth0)) != null ? stack1 : "")
    + "` in "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":4,"column":62},"end":{"line":4,"column":68}} ), depth0)) != null ? stack1 : "")
    + ". Write down when you began, and every time that a step gives you.\n\nTell "
    + ((stack1 = alias2(alias1(depth0, "owner", {"start":{"line":6,"column":7},"end":{"line":6,"column":12}} ), depth0)) != null ? stack1 : "")
    + ". Whether it must be reported is decided within "
    + ((stack1 = alias2(alias1(depth0, "incidentHours", {"start":{"line":6,"column":64},"end":{"line":6,"column":77}} ), depth0)) != null ? stack1 : "")
    + " hours of the moment you know.\n\nWhat there is:\n\n| what | where | kept |\n|---|---|---|\n| database `"
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":12,"column":14},"end":{"line":12,"column":22}} ), depth0)) != null ? stack1 : "")
    + "` | "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":12,"column":30},"end":{"line":12,"column":36}} ), depth0)) != null ? stack1 : "")
    + " | to any moment of the last "
    + ((stack1 = alias2(alias1(depth0, "backupDays", {"start":{"line":12,"column":69},"end":{"line":12,"column":79}} ), depth0)) != null ? stack1 : "")
    + " days |\n| snapshots of it | vault `"
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":13,"column":29},"end":{"line":13,"column":34}} ), depth0)) != null ? stack1 : "")
    + "` in "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":13,"column":43},"end":{"line":13,"column":49}} ), depth0)) != null ? stack1 : "")
    + ", copies in `"
    + ((stack1 = alias2(alias1(depth0, "copyVault", {"start":{"line":13,"column":66},"end":{"line":13,"column":75}} ), depth0)) != null ? stack1 : "")
    + "` in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":13,"column":84},"end":{"line":13,"column":94}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "kept", {"start":{"line":13,"column":101},"end":{"line":13,"column":105}} ), depth0)) != null ? stack1 : "")
    + " |\n| in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":14,"column":7},"end":{"line":14,"column":17}} ), depth0)) != null ? stack1 : "")
    + " | "
    + ((stack1 = alias2(alias1(depth0, "remote", {"start":{"line":14,"column":24},"end":{"line":14,"column":30}} ), depth0)) != null ? stack1 : "")
    + " | |\n| documents | bucket `"
    + ((stack1 = alias2(alias1(depth0, "bucket", {"start":{"line":15,"column":24},"end":{"line":15,"column":30}} ), depth0)) != null ? stack1 : "")
    + "` | every version, "
    + ((stack1 = alias2(alias1(depth0, "retentionYears", {"start":{"line":15,"column":53},"end":{"line":15,"column":67}} ), depth0)) != null ? stack1 : "")
    + " years |\n| objects | Velero's `"
    + ((stack1 = alias2(alias1(depth0, "schedule", {"start":{"line":16,"column":24},"end":{"line":16,"column":32}} ), depth0)) != null ? stack1 : "")
    + "` and `"
    + ((stack1 = alias2(alias1(depth0, "copySchedule", {"start":{"line":16,"column":43},"end":{"line":16,"column":55}} ), depth0)) != null ? stack1 : "")
    + "` | "
    + ((stack1 = alias2(alias1(depth0, "objectDays", {"start":{"line":16,"column":63},"end":{"line":16,"column":73}} ), depth0)) != null ? stack1 : "")
    + " days |\n\n## A pod, an object or the whole namespace is gone\n\nGit has every object; Argo CD puts it back by itself. Secrets come back from Secrets Manager and from Crossplane.\n\n```sh\nargocd app sync "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":23,"column":18},"end":{"line":23,"column":27}} ), depth0)) != null ? stack1 : "")
    + "-foundation "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":23,"column":43},"end":{"line":23,"column":52}} ), depth0)) != null ? stack1 : "")
    + "-data "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":23,"column":62},"end":{"line":23,"column":71}} ), depth0)) != null ? stack1 : "")
    + "-workloads\n```\n\nWhat git does not have, or when git is gone too, Velero has. It leaves alone what is there, and it never saved a claim or a managed resource: two owners of one database would be worse than none.\n\n```sh\nvelero backup get --selector tenantry.dev/tenant="
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":29,"column":51},"end":{"line":29,"column":53}} ), depth0)) != null ? stack1 : "")
    + "\nvelero restore create --from-schedule "
    + ((stack1 = alias2(alias1(depth0, "schedule", {"start":{"line":30,"column":40},"end":{"line":30,"column":48}} ), depth0)) != null ? stack1 : "")
    + " --include-namespaces "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":30,"column":74},"end":{"line":30,"column":83}} ), depth0)) != null ? stack1 : "")
    + "\n```\n\n## Documents were deleted or overwritten\n\nNothing in the bucket is gone: a deletion is a marker, and every version stays.\n\n```sh\naws s3api list-object-versions --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":38,"column":42},"end":{"line":38,"column":48}} ), depth0)) != null ? stack1 : "")
    + " --bucket "
    + ((stack1 = alias2(alias1(depth0, "bucket", {"start":{"line":38,"column":62},"end":{"line":38,"column":68}} ), depth0)) != null ? stack1 : "")
    + " --prefix "
    + ((stack1 = alias2(alias1(depth0, "prefix", {"start":{"line":38,"column":82},"end":{"line":38,"column":88}} ), depth0)) != null ? stack1 : "")
    + "\naws s3api delete-object --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":39,"column":35},"end":{"line":39,"column":41}} ), depth0)) != null ? stack1 : "")
    + " --bucket "
    + ((stack1 = alias2(alias1(depth0, "bucket", {"start":{"line":39,"column":55},"end":{"line":39,"column":61}} ), depth0)) != null ? stack1 : "")
    + " --key KEY --version-id MARKER\n```\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"isHome"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":144,"column":7}}})) != null ? stack1 : "")
    + "## The region of its home is lost\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"steps"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.program(8, data, 0),"data":data,"loc":{"start":{"line":147,"column":0},"end":{"line":155,"column":7}}})) != null ? stack1 : "")
    + "\n## It must be kept for a court\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"held"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.program(10, data, 0),"data":data,"loc":{"start":{"line":159,"column":0},"end":{"line":163,"column":7}}})) != null ? stack1 : "")
    + "Git holds no snapshot: each expires when its days are over, and points in time after "
    + ((stack1 = alias2(alias1(depth0, "backupDays", {"start":{"line":164,"column":87},"end":{"line":164,"column":97}} ), depth0)) != null ? stack1 : "")
    + " days, unless AWS Backup holds it. First the state of this moment:\n\n```sh\njob=$(aws backup start-backup-job --region "
    + ((stack1 = alias2(alias1(depth0, "homeRegion", {"start":{"line":167,"column":45},"end":{"line":167,"column":55}} ), depth0)) != null ? stack1 : "")
    + " --backup-vault-name "
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":167,"column":80},"end":{"line":167,"column":85}} ), depth0)) != null ? stack1 : "")
    + " --resource-arn "
    + ((stack1 = alias2(alias1(depth0, "arn", {"start":{"line":167,"column":105},"end":{"line":167,"column":108}} ), depth0)) != null ? stack1 : "")
    + " \\\n  --iam-role-arn "
    + ((stack1 = alias2(alias1(depth0, "taker", {"start":{"line":168,"column":19},"end":{"line":168,"column":24}} ), depth0)) != null ? stack1 : "")
    + " --lifecycle DeleteAfterDays="
    + ((stack1 = alias2(alias1(depth0, "holdDays", {"start":{"line":168,"column":57},"end":{"line":168,"column":65}} ), depth0)) != null ? stack1 : "")
    + " --query BackupJobId --output text)\nuntil aws backup describe-backup-job --region "
    + ((stack1 = alias2(alias1(depth0, "homeRegion", {"start":{"line":169,"column":48},"end":{"line":169,"column":58}} ), depth0)) != null ? stack1 : "")
    + " --backup-job-id \"$job\" --query State --output text | tee /dev/stderr | grep -q COMPLETED; do sleep 60; done\n```\n\nThen every snapshot that is there, in both regions: a copy does not inherit a hold.\n\n```sh\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"vaults"),{"name":"each","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":175,"column":0},"end":{"line":177,"column":9}}})) != null ? stack1 : "")
    + "```\n\nA hold takes in what is there when it is made. While the case is open, make both anew at least every "
    + ((stack1 = alias2(alias1(depth0, "leastDays", {"start":{"line":180,"column":103},"end":{"line":180,"column":112}} ), depth0)) != null ? stack1 : "")
    + " days, which is how long the first snapshot stays. An account has room for 50: `aws backup cancel-legal-hold` ends the earlier ones once the new are `ACTIVE`.\n\n## Afterwards\n\nWrite down how long each step took and what was lost. Where it was more than `platform/recovery.yaml` says, change that file: `render` then says which promises it breaks.\n";
},"useData":true};
