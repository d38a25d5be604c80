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
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "## The database holds what it should not, or is gone\n\n1. Stop what writes: `tenantry suspend "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":45,"column":41},"end":{"line":45,"column":43}} ), depth0)) != null ? stack1 : "")
    + "`, merge it, and see that no pod is left in `"
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":45,"column":92},"end":{"line":45,"column":101}} ), depth0)) != null ? stack1 : "")
    + "`.\n2. Find the last moment that can be had, and the one before the fault:\n   ```sh\n   aws rds describe-db-instances --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":48,"column":44},"end":{"line":48,"column":50}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":48,"column":80},"end":{"line":48,"column":88}} ), depth0)) != null ? stack1 : "")
    + " --query 'DBInstances[0].LatestRestorableTime'\n   ```\n3. Restore beside it. Left out, RDS takes groups and subnets of its own that let nobody in.\n   ```sh\n   group=$(kubectl --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":52,"column":33},"end":{"line":52,"column":42}} ), depth0)) != null ? stack1 : "")
    + " get networkclaims.tenantry.dev network --output jsonpath='{.status.securityGroups.database}')\n   aws rds restore-db-instance-to-point-in-time --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":53,"column":59},"end":{"line":53,"column":65}} ), depth0)) != null ? stack1 : "")
    + " --source-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":53,"column":102},"end":{"line":53,"column":110}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --target-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":54,"column":39},"end":{"line":54,"column":47}} ), depth0)) != null ? stack1 : "")
    + "-restored --restore-time MOMENT --db-subnet-group-name "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":54,"column":106},"end":{"line":54,"column":114}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --vpc-security-group-ids \"$group\" --db-parameter-group-name "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":55,"column":67},"end":{"line":55,"column":72}} ), depth0)) != null ? stack1 : "")
    + " --option-group-name "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":55,"column":97},"end":{"line":55,"column":102}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --no-publicly-accessible --deletion-protection --copy-tags-to-snapshot\n   ```\n   Further back than "
    + ((stack1 = alias2(alias1(depth0, "backupDays", {"start":{"line":58,"column":23},"end":{"line":58,"column":33}} ), depth0)) != null ? stack1 : "")
    + " days, take a snapshot of the vault:\n   ```sh\n   aws backup list-recovery-points-by-backup-vault --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":60,"column":62},"end":{"line":60,"column":68}} ), depth0)) != null ? stack1 : "")
    + " --backup-vault-name "
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":60,"column":93},"end":{"line":60,"column":98}} ), depth0)) != null ? stack1 : "")
    + "\n   aws rds restore-db-instance-from-db-snapshot --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":61,"column":59},"end":{"line":61,"column":65}} ), depth0)) != null ? stack1 : "")
    + " --db-snapshot-identifier SNAPSHOT \\\n     --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":62,"column":32},"end":{"line":62,"column":40}} ), depth0)) != null ? stack1 : "")
    + "-restored --db-subnet-group-name "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":62,"column":77},"end":{"line":62,"column":85}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --vpc-security-group-ids \"$group\" --db-parameter-group-name "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":63,"column":67},"end":{"line":63,"column":72}} ), depth0)) != null ? stack1 : "")
    + " --option-group-name "
    + ((stack1 = alias2(alias1(depth0, "group", {"start":{"line":63,"column":97},"end":{"line":63,"column":102}} ), depth0)) != null ? stack1 : "")
    + " \\\n     --no-publicly-accessible --deletion-protection --copy-tags-to-snapshot\n   ```\n4. Compare the two. What is missing in the restored one, the owner decides about.\n5. Let them change names while Crossplane looks away. It knows an instance by its resource id, not by its name.\n   ```sh\n   kubectl --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":69,"column":25},"end":{"line":69,"column":34}} ), depth0)) != null ? stack1 : "")
    + " annotate instances.rds.aws.m.upbound.io "
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":69,"column":79},"end":{"line":69,"column":85}} ), depth0)) != null ? stack1 : "")
    + " crossplane.io/paused=true\n   aws rds modify-db-instance --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":70,"column":41},"end":{"line":70,"column":47}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":70,"column":77},"end":{"line":70,"column":85}} ), depth0)) != null ? stack1 : "")
    + " --new-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":70,"column":119},"end":{"line":70,"column":127}} ), depth0)) != null ? stack1 : "")
    + "-lost --apply-immediately\n   aws rds modify-db-instance --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":71,"column":41},"end":{"line":71,"column":47}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":71,"column":77},"end":{"line":71,"column":85}} ), depth0)) != null ? stack1 : "")
    + "-restored --new-db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":71,"column":128},"end":{"line":71,"column":136}} ), depth0)) != null ? stack1 : "")
    + " --apply-immediately\n   id=$(aws rds describe-db-instances --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":72,"column":49},"end":{"line":72,"column":55}} ), depth0)) != null ? stack1 : "")
    + " --db-instance-identifier "
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":72,"column":85},"end":{"line":72,"column":93}} ), depth0)) != null ? stack1 : "")
    + " --query 'DBInstances[0].DbiResourceId' --output text)\n   kubectl --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":73,"column":25},"end":{"line":73,"column":34}} ), depth0)) != null ? stack1 : "")
    + " annotate --overwrite instances.rds.aws.m.upbound.io "
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":73,"column":91},"end":{"line":73,"column":97}} ), depth0)) != null ? stack1 : "")
    + " crossplane.io/external-name=\"$id\"\n   kubectl --namespace "
    + ((stack1 = alias2(alias1(depth0, "namespace", {"start":{"line":74,"column":25},"end":{"line":74,"column":34}} ), depth0)) != null ? stack1 : "")
    + " annotate instances.rds.aws.m.upbound.io "
    + ((stack1 = alias2(alias1(depth0, "object", {"start":{"line":74,"column":79},"end":{"line":74,"column":85}} ), depth0)) != null ? stack1 : "")
    + " crossplane.io/paused-\n   ```\n6. `tenantry resume "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":76,"column":22},"end":{"line":76,"column":24}} ), depth0)) != null ? stack1 : "")
    + "`, merge it, and see that the services write.\n7. `"
    + ((stack1 = alias2(alias1(depth0, "database", {"start":{"line":77,"column":6},"end":{"line":77,"column":14}} ), depth0)) != null ? stack1 : "")
    + "-lost` stays, protected from deletion, until somebody has compared the two and signed for it.\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "From `"
    + ((stack1 = alias2(alias1(depth0, "home", {"start":{"line":83,"column":8},"end":{"line":83,"column":12}} ), depth0)) != null ? stack1 : "")
    + "` to `"
    + ((stack1 = alias2(alias1(depth0, "to", {"start":{"line":83,"column":22},"end":{"line":83,"column":24}} ), depth0)) != null ? stack1 : "")
    + "`. `tenantry failover "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":83,"column":50},"end":{"line":83,"column":52}} ), depth0)) != null ? stack1 : "")
    + " --to "
    + ((stack1 = alias2(alias1(depth0, "to", {"start":{"line":83,"column":62},"end":{"line":83,"column":64}} ), depth0)) != null ? stack1 : "")
    + " --dry-run` shows the change of the tree. What is lost when the old region does not come back: "
    + ((stack1 = alias2(alias1(depth0, "loss", {"start":{"line":83,"column":163},"end":{"line":83,"column":167}} ), depth0)) != null ? stack1 : "")
    + ".\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"steps"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":85,"column":0},"end":{"line":87,"column":9}}})) != null ? stack1 : "");
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "number", {"start":{"line":86,"column":2},"end":{"line":86,"column":8}} ), depth0)) != null ? stack1 : "")
    + ". "
    + ((stack1 = alias2(alias1(depth0, "text", {"start":{"line":86,"column":14},"end":{"line":86,"column":18}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "No cluster stands in another region for it. Its copies in "
    + ((stack1 = alias2(alias1(depth0, "copyRegion", {"start":{"line":89,"column":60},"end":{"line":89,"column":70}} ), depth0)) != null ? stack1 : "")
    + " wait in `"
    + ((stack1 = alias2(alias1(depth0, "copyVault", {"start":{"line":89,"column":84},"end":{"line":89,"column":93}} ), depth0)) != null ? stack1 : "")
    + "` and can be restored there by hand; a cluster comes first.\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "A legal hold stands since "
    + ((stack1 = container.lambda(container.strict(depth0, "held", {"start":{"line":95,"column":28},"end":{"line":95,"column":32}} ), depth0)) != null ? stack1 : "")
    + ". Nothing is purged and no retention is shortened in git while it does. Snapshots that exist would still expire: see that AWS Backup holds them too.\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1;

  return "Write `legalHold` into `"
    + ((stack1 = container.lambda(container.strict(depth0, "input", {"start":{"line":97,"column":26},"end":{"line":97,"column":31}} ), depth0)) != null ? stack1 : "")
    + "` and merge it: nothing is purged and no retention shortened from then on. Snapshots that exist would still expire, so AWS Backup has to hold them:\n";
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
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"isHome"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":42,"column":0},"end":{"line":79,"column":7}}})) != null ? stack1 : "")
    + "## The region of its home is lost\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"steps"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.program(3, data, 0),"data":data,"loc":{"start":{"line":82,"column":0},"end":{"line":90,"column":7}}})) != null ? stack1 : "")
    + "\n## It must be kept for a court\n\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"held"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.program(5, data, 0),"data":data,"loc":{"start":{"line":94,"column":0},"end":{"line":98,"column":7}}})) != null ? stack1 : "")
    + "\n```sh\naws backup create-legal-hold --region "
    + ((stack1 = alias2(alias1(depth0, "region", {"start":{"line":101,"column":40},"end":{"line":101,"column":46}} ), depth0)) != null ? stack1 : "")
    + " --title "
    + ((stack1 = alias2(alias1(depth0, "id", {"start":{"line":101,"column":59},"end":{"line":101,"column":61}} ), depth0)) != null ? stack1 : "")
    + " --description WHY --recovery-point-selection '{\"VaultNames\":[\""
    + ((stack1 = alias2(alias1(depth0, "vault", {"start":{"line":101,"column":128},"end":{"line":101,"column":133}} ), depth0)) != null ? stack1 : "")
    + "\"]}'\n```\n\n## Afterwards\n\nWrite down how long each step took and what was lost. Where it was more than `platform/recovery.yaml` says, change that file: `render` then says which promises it breaks.\n";
},"useData":true};
